package dev.wasmledger.ledger.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of u64 fields in the order of their keys (u128, then u64): a sorted list of sorted blocks. A row takes its fields and
 * its key, in blocks that are half full at worst.
 */
final class SortedRows {

    private static final int BLOCK_ROWS = 256;
    private static final int KEY_FIELDS = 3;

    private final int stride;
    private final List<Block> blocks = new ArrayList<>();
    private long size;

    /** @param fields u64 fields in each row, beside the key */
    SortedRows(int fields) {
        this.stride = KEY_FIELDS + fields;
    }

    private static final class Block {
        private final long[] data;
        private int count;

        Block(int stride) {
            this.data = new long[BLOCK_ROWS * stride];
        }
    }

    /** A place between rows; it is lost with the next change. */
    final class Cursor {
        private int block;
        private int row;

        private Cursor(int block, int row) {
            this.block = block;
            this.row = row;
            skipToRow();
        }

        /** Whether a row follows. */
        boolean hasRow() {
            return block < blocks.size();
        }

        /** The array that holds the row that follows. */
        long[] page() {
            return blocks.get(block).data;
        }

        /** Where in {@link #page} its first field stands. */
        int offset() {
            return row * stride + KEY_FIELDS;
        }

        OrderedTable.Key key() {
            return keyAt(page(), row * stride);
        }

        void next() {
            row++;
            skipToRow();
        }

        private void skipToRow() {
            if (block < blocks.size() && row == blocks.get(block).count) {
                block++;
                row = 0;
            }
        }
    }

    long size() {
        return size;
    }

    void clear() {
        blocks.clear();
        size = 0;
    }

    /** Stands before the first row. */
    Cursor first() {
        return new Cursor(0, 0);
    }

    /** Stands before the first row whose key is not less than that one. */
    Cursor from(OrderedTable.Key key) {
        int block = blockOf(key);
        return block < 0 ? new Cursor(0, 0) : new Cursor(block, rowOf(blocks.get(block), key));
    }

    /** Stands before that row; without a row where there is none. */
    Cursor at(OrderedTable.Key key) {
        Cursor cursor = from(key);
        return cursor.hasRow() && cursor.key().equals(key) ? cursor : new Cursor(blocks.size(), 0);
    }

    /** Stands before that row; a new one, all fields zero, where there was none. */
    Cursor claim(OrderedTable.Key key) {
        if (blocks.isEmpty()) {
            blocks.add(new Block(stride));
        }
        int index = Math.max(blockOf(key), 0);
        Block block = blocks.get(index);
        int row = rowOf(block, key);
        if (row < block.count && keyAt(block.data, row * stride).equals(key)) {
            return new Cursor(index, row);
        }
        if (block.count == BLOCK_ROWS) {
            split(index, row == BLOCK_ROWS && index == blocks.size() - 1);
            return claim(key);
        }
        int at = row * stride;
        System.arraycopy(block.data, at, block.data, at + stride, (block.count - row) * stride);
        Arrays.fill(block.data, at, at + stride, 0);
        block.data[at] = key.high();
        block.data[at + 1] = key.low();
        block.data[at + 2] = key.minor();
        block.count++;
        size++;
        return new Cursor(index, row);
    }

    /** Takes a row out; says whether there was one. */
    boolean remove(OrderedTable.Key key) {
        Cursor cursor = at(key);
        if (!cursor.hasRow()) {
            return false;
        }
        Block block = blocks.get(cursor.block);
        int at = cursor.row * stride;
        block.count--;
        System.arraycopy(block.data, at + stride, block.data, at, (block.count - cursor.row) * stride);
        size--;
        if (block.count == 0) {
            blocks.remove(cursor.block);
        }
        return true;
    }

    /** Rows that only ever come at the end fill their blocks: the last one is then left as it is. */
    private void split(int index, boolean atEnd) {
        Block full = blocks.get(index);
        Block upper = new Block(stride);
        int kept = atEnd ? BLOCK_ROWS - 1 : BLOCK_ROWS / 2;
        upper.count = BLOCK_ROWS - kept;
        System.arraycopy(full.data, kept * stride, upper.data, 0, upper.count * stride);
        full.count = kept;
        blocks.add(index + 1, upper);
    }

    /** The last block whose first key is not greater, or -1. */
    private int blockOf(OrderedTable.Key key) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(blocks.get(middle).data, 0, key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The first row of a block whose key is not less; its count where there is none. */
    private int rowOf(Block block, OrderedTable.Key key) {
        int low = 0;
        int high = block.count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(block.data, middle * stride, key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(long[] data, int at, OrderedTable.Key key) {
        int order = Long.compareUnsigned(data[at], key.high());
        order = order != 0 ? order : Long.compareUnsigned(data[at + 1], key.low());
        return order != 0 ? order : Long.compareUnsigned(data[at + 2], key.minor());
    }

    private static OrderedTable.Key keyAt(long[] data, int at) {
        return new OrderedTable.Key(data[at], data[at + 1], data[at + 2]);
    }
}
