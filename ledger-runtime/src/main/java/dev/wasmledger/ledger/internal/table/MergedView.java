package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import java.util.List;
import java.util.Optional;

/**
 * The rows of an ordered table: blocks, and what waits for its place in one. Whoever reads it puts the rows in order, so that the table
 * need not before. A page ends where a block begins: those that nothing goes into are put as they are.
 */
final class MergedView implements TableView {

    private final BlockView blocks;
    private final List<Changes> waiting;
    private final int stride;
    private final long[] page;
    private Optional<KeyOrder> order = Optional.empty();
    /** Which of those that wait comes next. */
    private int place;

    private Optional<PackedRows> block = Optional.empty();
    /** Which of the block's rows comes next. */
    private int row;

    private Optional<PackedRows> next = Optional.empty();

    /**
     * @param waiting what was written first comes first; nobody changes it any more
     * @param fields u64 fields in each row, beside the key
     */
    MergedView(BlockView blocks, List<Changes> waiting, int fields) {
        this.blocks = blocks;
        this.waiting = waiting;
        this.stride = SortedRows.KEY_FIELDS + fields;
        this.page = new long[SortedRows.BLOCK_ROWS * stride];
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = advance();
        }
        return next.isPresent();
    }

    @Override
    public void next(ByteSink target, int end) {
        next.orElseThrow().write(target);
        next = Optional.empty();
    }

    @Override
    public void close() {
        blocks.close();
    }

    private Optional<PackedRows> advance() {
        int rows = 0;
        while (rows < SortedRows.BLOCK_ROWS) {
            toBlock();
            int sign = compare();
            if (block.isPresent() && row == 0 && sign < 0) {
                if (rows > 0) {
                    break;
                }
                if (isUntouched()) {
                    return takeBlock();
                }
            }
            if (block.isEmpty() && place == order().count()) {
                break;
            }
            if (sign < 0) {
                block.orElseThrow().get(row++, page, rows * stride, stride);
                rows++;
            } else {
                rows += takeWaiting(rows * stride);
                row += sign == 0 ? 1 : 0;
            }
        }
        return rows == 0 ? Optional.empty() : Optional.of(PackedRows.of(page, stride, rows));
    }

    private void toBlock() {
        if (block.isPresent() && row == block.get().count()) {
            block = Optional.empty();
        }
        if (block.isEmpty() && blocks.hasNext()) {
            block = Optional.of(blocks.next());
            row = 0;
        }
    }

    private Optional<PackedRows> takeBlock() {
        Optional<PackedRows> whole = block;
        row = whole.orElseThrow().count();
        return whole;
    }

    /** Less than zero where the block's row comes next, zero where it is replaced, greater where what waits comes before it. */
    private int compare() {
        if (block.isEmpty()) {
            return 1;
        }
        return place == order().count() ? -1 : compare(block.get(), row);
    }

    /** Whether nothing that waits goes into the block at hand. */
    private boolean isUntouched() {
        PackedRows rows = block.orElseThrow();
        return place == order().count() || compare(rows, rows.count() - 1) < 0;
    }

    private int compare(PackedRows rows, int which) {
        Changes changes = order().changes(place);
        int entry = order().entry(place);
        int sign = Long.compareUnsigned(rows.get(which, 0), changes.keyHigh(entry));
        sign = sign != 0 ? sign : Long.compareUnsigned(rows.get(which, 1), changes.keyLow(entry));
        return sign != 0 ? sign : Long.compareUnsigned(rows.get(which, 2), changes.keyMinor(entry));
    }

    /** What was written last under the next key; gives how many rows that makes. */
    private int takeWaiting(int at) {
        KeyOrder all = order();
        while (place + 1 < all.count() && isSameKey(all, place, place + 1)) {
            place++;
        }
        Changes changes = all.changes(place);
        int entry = all.entry(place);
        place++;
        if (!changes.isPut(entry)) {
            return 0;
        }
        page[at] = changes.keyHigh(entry);
        page[at + 1] = changes.keyLow(entry);
        page[at + 2] = changes.keyMinor(entry);
        int fields = stride - SortedRows.KEY_FIELDS;
        System.arraycopy(changes.before(), changes.offset(entry), page, at + SortedRows.KEY_FIELDS, fields);
        return 1;
    }

    private static boolean isSameKey(KeyOrder all, int one, int other) {
        Changes first = all.changes(one);
        Changes second = all.changes(other);
        int entry = all.entry(one);
        int next = all.entry(other);
        return first.keyMinor(entry) == second.keyMinor(next)
                && first.keyLow(entry) == second.keyLow(next)
                && first.keyHigh(entry) == second.keyHigh(next);
    }

    private KeyOrder order() {
        if (order.isEmpty()) {
            order = Optional.of(new KeyOrder(waiting));
        }
        return order.get();
    }
}
