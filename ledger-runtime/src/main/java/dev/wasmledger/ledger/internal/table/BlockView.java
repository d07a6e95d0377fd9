package dev.wasmledger.ledger.internal.table;

import java.util.concurrent.atomic.AtomicInteger;

/** The rows of {@link SortedRows} as they were at one moment, block by block. */
final class BlockView implements AutoCloseable {

    private final Directory<Directory<Block>> seen;
    private final int stride;
    /** How many views are open, of which this is one. */
    private final AtomicInteger views;

    private int fanAt;
    private int blockAt;
    private boolean closed;

    BlockView(Directory<Directory<Block>> seen, int stride, AtomicInteger views) {
        this.seen = seen;
        this.stride = stride;
        this.views = views;
    }

    /** Whether there are more blocks; only the one block of an empty table has no rows. */
    boolean hasNext() {
        return fanAt < seen.count() && seen.get(fanAt).get(blockAt).count() > 0;
    }

    /** The next block's rows in the order of their keys. */
    PackedRows next() {
        PackedRows rows = seen.get(fanAt).get(blockAt).pack(stride);
        blockAt++;
        if (blockAt == seen.get(fanAt).count()) {
            blockAt = 0;
            fanAt++;
        }
        return rows;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            views.decrementAndGet();
        }
    }
}
