package dev.wasmledger.ledger.internal.table;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Rows of u64 fields in the order of their keys (u128, then u64): a B+ tree of three levels, whose leaves are blocks of at
 * most 64 rows in arrays of longs. A block that overflows gives its tail to the next one where that has room, and to a new
 * one elsewhere; one that is full at its end is left full. So blocks are full where rows come in runs, such as the
 * transfers of an account in the order of time, two thirds full where rows come in any order, half full where keys fall, and a
 * quarter full at worst after removals. A block that is left full is packed until somebody writes to it.
 *
 * <p>A view keeps the rows as they are for another thread; while there is one, nodes are copied before their first change.
 */
final class SortedRows {

    static final int BLOCK_ROWS = 64;
    private static final int FAN_BLOCKS = 256;
    static final int KEY_FIELDS = 3;
    /** Instead of an epoch, for a packed block. */
    private static final int PACKED = -1;

    private static final long[] NO_ROWS = {};
    private static final byte[] NO_ORDER = {};

    private final int stride;
    private Directory<Directory<Block>> root = new Directory<>(0);
    private int epoch;
    private final AtomicInteger views = new AtomicInteger();

    /** Where the last search, walk or claim ended: a row of a block, which has a place in a fan. */
    private int fanPlace;

    private int blockPlace;
    private int row;
    private Block block;

    /** The row of a packed block that was read last. */
    private final long[] unpacked;

    private @Nullable PackedRows unpackedFrom;
    private int unpackedRow;

    /** @param fields u64 fields in each row, beside the key */
    SortedRows(int fields) {
        this.stride = KEY_FIELDS + fields;
        this.unpacked = new long[stride];
        this.block = new Block(stride, 0);
        Directory<Block> fan = new Directory<>(0);
        fan.add(0, block, new long[KEY_FIELDS], 0);
        root.add(0, fan, new long[KEY_FIELDS], 0);
    }

    /** Rows stay where they were put; what is moved to make room for one are their numbers. */
    private static final class Block {
        /** Keys, high half first, and fields. */
        private final long[] rows;
        /** Where each row stands, in the order of keys; behind them, where none does. */
        private final byte[] order;
        /** Instead of both, in the order of keys. */
        private final @Nullable PackedRows packed;

        private int count;
        private int epoch;

        Block(int stride, int epoch) {
            this(new long[BLOCK_ROWS * stride], inOrder(), 0, epoch);
        }

        private Block(long[] rows, byte[] order, int count, int epoch) {
            this.rows = rows;
            this.order = order;
            this.packed = null;
            this.count = count;
            this.epoch = epoch;
        }

        Block(PackedRows packed) {
            this.rows = NO_ROWS;
            this.order = NO_ORDER;
            this.packed = packed;
            this.count = packed.count();
            this.epoch = PACKED;
        }

        private static byte[] inOrder() {
            byte[] order = new byte[BLOCK_ROWS];
            for (int i = 0; i < BLOCK_ROWS; i++) {
                order[i] = (byte) i;
            }
            return order;
        }

        /** Another block with the same rows, to be written to. */
        Block copy(int stride, int copyEpoch) {
            if (packed == null) {
                return new Block(rows.clone(), order.clone(), count, copyEpoch);
            }
            Block copy = new Block(stride, copyEpoch);
            packed.unpack(copy.rows, stride);
            copy.count = count;
            return copy;
        }

        PackedRows pack(int stride) {
            return packed != null ? packed : PackedRows.of(rows, place -> order[place], stride, count);
        }

        Optional<PackedRows> packIfSmaller(int stride) {
            return PackedRows.ifSmaller(rows, place -> order[place], stride, count);
        }

        /** Makes a new row, yet to be written, the one with that number; says where it stands. */
        int add(int row) {
            byte place = order[count];
            System.arraycopy(order, row, order, row + 1, count - row);
            order[row] = place;
            count++;
            return place;
        }

        void remove(int row) {
            byte place = order[row];
            count--;
            System.arraycopy(order, row + 1, order, row, count - row);
            order[count] = place;
        }
    }

    /** An array that holds the row at hand until another one is; to be written to only after {@link #claim}. */
    long[] page() {
        PackedRows packed = block.packed;
        if (packed == null) {
            return block.rows;
        }
        if (unpackedFrom != packed || unpackedRow != row) {
            packed.get(row, unpacked, 0, stride);
            unpackedFrom = packed;
            unpackedRow = row;
        }
        return unpacked;
    }

    /** Where in {@link #page} its first field stands. */
    int offset() {
        return block.packed == null ? block.order[row] * stride + KEY_FIELDS : KEY_FIELDS;
    }

    long keyHigh() {
        return page()[offset() - KEY_FIELDS];
    }

    long keyLow() {
        return page()[offset() - KEY_FIELDS + 1];
    }

    long keyMinor() {
        return page()[offset() - KEY_FIELDS + 2];
    }

    /** How many rows there are. */
    long count() {
        long count = 0;
        for (int fan = 0; fan < root.count(); fan++) {
            for (int place = 0; place < root.get(fan).count(); place++) {
                count += root.get(fan).get(place).count;
            }
        }
        return count;
    }

    /** Goes to the row under that key; says whether there is one. */
    boolean find(long high, long low, long minor) {
        return search(high, low, minor);
    }

    /** Goes to the first row whose key is not less; says whether there is one. */
    boolean from(long high, long low, long minor) {
        search(high, low, minor);
        return toRow();
    }

    /** Goes to the last row whose key is not greater; says whether there is one. */
    boolean upTo(long high, long low, long minor) {
        return search(high, low, minor) || previous();
    }

    /** Goes to the row before; says whether there is one. */
    boolean previous() {
        row--;
        while (row < 0) {
            if (blockPlace > 0) {
                blockPlace--;
            } else if (fanPlace > 0) {
                fanPlace--;
                blockPlace = root.get(fanPlace).count() - 1;
            } else {
                return false;
            }
            block = root.get(fanPlace).get(blockPlace);
            row = block.count - 1;
        }
        return true;
    }

    /** Goes to the first row; says whether there is one. */
    boolean first() {
        return from(0, 0, 0);
    }

    /** Goes to the next row; says whether there is one. */
    boolean next() {
        row++;
        return toRow();
    }

    /** Goes to the row under that key, an added one if need be, ready to be written to; says whether it was added. */
    boolean claim(long high, long low, long minor) {
        boolean found = search(high, low, minor);
        own();
        if (found) {
            return false;
        }
        if (block.count == BLOCK_ROWS) {
            makeRoom(high, low, minor);
        }
        insert(high, low, minor);
        return true;
    }

    /** Takes the row at hand out; none is at hand afterwards. */
    void remove() {
        own();
        block.remove(row);
        if (block.count < BLOCK_ROWS / 4) {
            shrink();
        }
    }

    static int compare(long[] keys, int at, long high, long low, long minor) {
        int order = Long.compareUnsigned(keys[at], high);
        order = order != 0 ? order : Long.compareUnsigned(keys[at + 1], low);
        return order != 0 ? order : Long.compareUnsigned(keys[at + 2], minor);
    }

    /** Goes to where the key stands, or would stand, in the one block that may hold it; says whether it does. */
    private boolean search(long high, long low, long minor) {
        fanPlace = root.placeOf(high, low, minor);
        Directory<Block> fan = root.get(fanPlace);
        blockPlace = fan.placeOf(high, low, minor);
        block = fan.get(blockPlace);
        long[] rows = block.rows;
        byte[] order = block.order;
        PackedRows packed = block.packed;
        int from = 0;
        int to = block.count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int sign = packed == null
                    ? compare(rows, order[middle] * stride, high, low, minor)
                    : compare(packed, middle, high, low, minor);
            if (sign == 0) {
                row = middle;
                return true;
            }
            if (sign < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        row = from;
        return false;
    }

    private static int compare(PackedRows keys, int row, long high, long low, long minor) {
        int order = Long.compareUnsigned(keys.get(row, 0), high);
        order = order != 0 ? order : Long.compareUnsigned(keys.get(row, 1), low);
        return order != 0 ? order : Long.compareUnsigned(keys.get(row, 2), minor);
    }

    /** Goes on to the next block as long as there is no row at hand. */
    private boolean toRow() {
        while (row >= block.count) {
            if (blockPlace + 1 < root.get(fanPlace).count()) {
                blockPlace++;
            } else if (fanPlace + 1 < root.count()) {
                fanPlace++;
                blockPlace = 0;
            } else {
                return false;
            }
            block = root.get(fanPlace).get(blockPlace);
            row = 0;
        }
        return true;
    }

    private void insert(long high, long low, long minor) {
        int at = block.add(row) * stride;
        block.rows[at] = high;
        block.rows[at + 1] = low;
        block.rows[at + 2] = minor;
    }

    /** Makes room for a new row in a block that is full. Its place may be in the next block afterwards. */
    private void makeRoom(long high, long low, long minor) {
        Directory<Block> fan = root.get(fanPlace);
        int kept = Math.max(row, BLOCK_ROWS / 2);
        int moved = BLOCK_ROWS - kept;
        boolean nextHasRoom = blockPlace + 1 < fan.count() && fan.get(blockPlace + 1).count + moved < BLOCK_ROWS / 2;
        Block next = nextHasRoom ? own(fan, blockPlace + 1) : new Block(stride, epoch);
        copy(block, kept, next, 0);
        block.count = kept;
        long[] least = moved == 0 ? new long[] {high, low, minor} : next.rows;
        int leastAt = moved == 0 ? 0 : next.order[0] * stride;
        if (nextHasRoom) {
            fan.lower(blockPlace + 1, least, leastAt);
        } else {
            fan.add(blockPlace + 1, next, least, leastAt);
        }
        if (moved == 0) {
            leaveFull(fan);
            block = next;
            blockPlace++;
            row = 0;
        }
        splitIfFull(fan);
    }

    private void splitIfFull(Directory<Block> fan) {
        if (fan.count() == FAN_BLOCKS) {
            fan.split(FAN_BLOCKS / 2, root, fanPlace);
            fanPlace += blockPlace / (FAN_BLOCKS / 2);
            blockPlace %= FAN_BLOCKS / 2;
        }
    }

    /** Packs the block at hand: rows that come one after the other go into the next ones. */
    private void leaveFull(Directory<Block> fan) {
        block.packIfSmaller(stride).ifPresent(rows -> fan.set(blockPlace, new Block(rows)));
    }

    /** Joins the block at hand, of which little is left, with a neighbour that has little as well. */
    private void shrink() {
        Directory<Block> fan = root.get(fanPlace);
        if (block.count == 0) {
            if (fan.count() > 1) {
                fan.remove(blockPlace);
            } else if (root.count() > 1) {
                root.remove(fanPlace);
            }
        } else if (blockPlace + 1 < fan.count() && fan.get(blockPlace + 1).count + block.count <= BLOCK_ROWS / 2) {
            join(fan, blockPlace);
        } else if (blockPlace > 0 && fan.get(blockPlace - 1).count + block.count <= BLOCK_ROWS / 2) {
            join(fan, blockPlace - 1);
        }
    }

    private void join(Directory<Block> fan, int place) {
        Block target = own(fan, place);
        Block emptied = fan.get(place + 1);
        copy(emptied, 0, target, target.count);
        fan.remove(place + 1);
    }

    /** Copies the rows of a block from one on to another, before the one that has their number there. */
    private void copy(Block from, int fromRow, Block to, int toRow) {
        for (int i = fromRow; i < from.count; i++) {
            int place = to.add(toRow + i - fromRow);
            System.arraycopy(from.rows, from.order[i] * stride, to.rows, place * stride, stride);
        }
    }

    /** Makes the block at hand, and what leads to it, one that no view sees. */
    private void own() {
        Directory<Block> fan = root.get(fanPlace);
        if (fan.epoch != epoch) {
            if (views.get() > 0) {
                fan = fan.copy(epoch);
                root.set(fanPlace, fan);
            }
            fan.epoch = epoch;
        }
        block = own(fan, blockPlace);
    }

    private Block own(Directory<Block> fan, int place) {
        Block owned = fan.get(place);
        if (owned.epoch != epoch) {
            if (views.get() > 0 || owned.packed != null) {
                owned = owned.copy(stride, epoch);
                fan.set(place, owned);
            }
            owned.epoch = epoch;
        }
        return owned;
    }

    /** Adds rows in the order of their keys, which are greater than all that are there. */
    void append(PackedRows rows) {
        fanPlace = root.count() - 1;
        Directory<Block> fan = root.get(fanPlace);
        blockPlace = fan.count() - 1;
        Block last = fan.get(blockPlace);
        Block added = new Block(rows);
        if (rows.count() < BLOCK_ROWS) {
            added = added.copy(stride, epoch);
        }
        if (last.count == 0) {
            fan.set(blockPlace, added);
        } else {
            long[] first = new long[stride];
            rows.get(0, first, 0, stride);
            fan.add(blockPlace + 1, added, first, 0);
            splitIfFull(fan);
        }
    }

    /** All rows as they are now. They may be read by another thread, until the view is closed. */
    View view() {
        views.incrementAndGet();
        epoch++;
        return new View(root.copy(epoch));
    }

    /** Rows that do not change any more, block by block. */
    final class View implements AutoCloseable {
        private final Directory<Directory<Block>> seen;
        private int fanAt;
        private int blockAt;
        private boolean closed;

        private View(Directory<Directory<Block>> seen) {
            this.seen = seen;
        }

        /** Whether there are more blocks; only the one block of an empty table has no rows. */
        boolean hasNext() {
            return fanAt < seen.count() && seen.get(fanAt).get(blockAt).count > 0;
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
}
