package dev.wasmledger.ledger.internal.table;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of {@link SortedRows}: at most 64 rows of a key (high half first) and fields, in the order of their keys. Rows stay
 * where they were put; what is moved to make room for one are their numbers.
 */
final class Block {

    static final int ROWS = 64;
    /** Instead of an epoch, for a packed block. */
    private static final int PACKED = -1;

    private static final long[] NO_ROWS = {};

    /** Keys, high half first, and fields. */
    final long[] rows;
    /** Instead, for a block that nobody writes to. */
    final @Nullable PackedRows packed;
    /** Where each row stands, in the order of keys; behind them, where none does. Blocks whose rows came in order share one. */
    private byte[] order = PackedRows.IN_ORDER;

    private boolean ownsOrder;

    private int count;
    /** How many views had been opened when it was last made sure that none of them sees this block. */
    int epoch;

    private Block(long[] rows, @Nullable PackedRows packed, int count, int epoch) {
        this.rows = rows;
        this.packed = packed;
        this.count = count;
        this.epoch = epoch;
    }

    Block(int stride, int epoch) {
        this(new long[ROWS * stride], null, 0, epoch);
    }

    Block(PackedRows packed) {
        this(NO_ROWS, packed, packed.count(), PACKED);
    }

    int count() {
        return count;
    }

    /** Where among {@link #rows} a row stands, in rows from their start. */
    int place(int row) {
        return order[row];
    }

    /** Another block with the same rows, to be written to. */
    Block copy(int stride, int copyEpoch) {
        if (packed != null) {
            Block copy = new Block(stride, copyEpoch);
            packed.unpack(copy.rows, stride);
            copy.count = count;
            return copy;
        }
        Block copy = new Block(rows.clone(), null, count, copyEpoch);
        copy.order = ownsOrder ? order.clone() : order;
        copy.ownsOrder = ownsOrder;
        return copy;
    }

    PackedRows pack(int stride) {
        return packed != null ? packed : PackedRows.of(rows, order, stride, count);
    }

    Optional<PackedRows> packIfSmaller(int stride) {
        return PackedRows.ifSmaller(rows, order, stride, count);
    }

    /** Makes a new row, yet to be written, the one with that number; says where it stands. */
    int add(int row) {
        byte place = order[count];
        if (row < count) {
            ownOrder();
            System.arraycopy(order, row, order, row + 1, count - row);
            order[row] = place;
        }
        count++;
        return place;
    }

    void remove(int row) {
        count--;
        if (row < count) {
            byte place = order[row];
            ownOrder();
            System.arraycopy(order, row + 1, order, row, count - row);
            order[count] = place;
        }
    }

    /** Takes out all rows from a number on. */
    void truncate(int row) {
        count = row;
        if (row == 0) {
            order = PackedRows.IN_ORDER;
            ownsOrder = false;
        }
    }

    private void ownOrder() {
        if (!ownsOrder) {
            order = Arrays.copyOf(order, ROWS);
            ownsOrder = true;
        }
    }
}
