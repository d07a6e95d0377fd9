package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;

/** Rows of a fixed number of u64 fields under u128 keys. */
public final class HashedTable implements Table {

    private static final int KEY_BYTES = 16;

    private final int width;
    private final RowStore committed;
    /** Rows of the command at hand, with one field more: whether the row was put or removed. */
    private final RowStore changes;

    /** @param width u64 fields in each row, 8 or 16 */
    public HashedTable(int width) {
        this.width = width;
        this.committed = new RowStore(width);
        this.changes = new RowStore(width + 1);
    }

    /** How many rows are committed. */
    public int size() {
        return committed.size();
    }

    /** Takes the rows of a walk. */
    @FunctionalInterface
    public interface RowConsumer {

        /** Takes one row, which is lost after the call. */
        void row(long low, long high, long[] row);
    }

    /** Gives all committed rows in the order of their keys. */
    public void each(RowConsumer consumer) {
        long[] copy = new long[width];
        for (int row : committed.sortedRows()) {
            copy(committed, row, copy);
            consumer.row(committed.keyLow(row), committed.keyHigh(row), copy);
        }
    }

    @Override
    public TableKind kind() {
        return width == 8 ? TableKind.HASHED8 : TableKind.HASHED16;
    }

    /** Copies the row under a key; says whether there is one. */
    public boolean get(long low, long high, long[] target) {
        int change = changes.find(low, high);
        if (change >= 0) {
            copy(changes, change, target);
            return isPut(change);
        }
        int row = committed.find(low, high);
        if (row < 0) {
            return false;
        }
        copy(committed, row, target);
        return true;
    }

    /** Writes a row over whatever the key held. */
    public void put(long low, long high, long[] row) {
        int change = changes.claim(low, high);
        System.arraycopy(row, 0, changes.page(change), changes.offset(change), width);
        mark(change, Change.PUT);
    }

    /** Removes the row under a key; says whether there was one. */
    public boolean remove(long low, long high) {
        int before = changes.find(low, high);
        boolean there = before >= 0 ? isPut(before) : committed.find(low, high) >= 0;
        if (there) {
            mark(changes.claim(low, high), Change.REMOVED);
        }
        return there;
    }

    @Override
    public boolean changed() {
        return changes.size() > 0;
    }

    @Override
    public void writeChanges(ByteSink target) {
        target.putInt(changes.size());
        for (int row = 0; row < changes.size(); row++) {
            write(changes, row, isPut(row) ? Change.PUT : Change.REMOVED, target);
        }
    }

    @Override
    public void keep() {
        for (int row = 0; row < changes.size(); row++) {
            long low = changes.keyLow(row);
            long high = changes.keyHigh(row);
            if (isPut(row)) {
                int at = committed.claim(low, high);
                System.arraycopy(
                        changes.page(row), changes.offset(row), committed.page(at), committed.offset(at), width);
            } else {
                committed.remove(low, high);
            }
        }
        changes.clear();
    }

    @Override
    public void drop() {
        changes.clear();
    }

    @Override
    public void fold(ByteSource source) {
        int count = source.getCount(KEY_BYTES);
        for (int i = 0; i < count; i++) {
            boolean put = Change.isPut(source.getByte());
            long low = source.getLong();
            long high = source.getLong();
            if (put) {
                int row = committed.claim(low, high);
                source.getLongs(committed.page(row), committed.offset(row), width);
            } else {
                committed.remove(low, high);
            }
        }
    }

    @Override
    public void eachRow(RowBytes consumer) {
        for (int row : committed.sortedRows()) {
            write(committed, row, Change.PUT, consumer.sink());
            consumer.row();
        }
    }

    private void write(RowStore rows, int row, int change, ByteSink target) {
        target.putByte(change);
        target.putLong(rows.keyLow(row));
        target.putLong(rows.keyHigh(row));
        if (change == Change.PUT) {
            target.putLongs(rows.page(row), rows.offset(row), width);
        }
    }

    private void copy(RowStore rows, int row, long[] target) {
        System.arraycopy(rows.page(row), rows.offset(row), target, 0, width);
    }

    private void mark(int row, int change) {
        changes.page(row)[changes.offset(row) + width] = change;
    }

    private boolean isPut(int row) {
        return changes.page(row)[changes.offset(row) + width] == Change.PUT;
    }
}
