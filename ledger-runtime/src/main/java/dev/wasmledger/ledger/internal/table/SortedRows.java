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

    static final int BLOCK_ROWS = Block.ROWS;
    private static final int FAN_BLOCKS = 256;
    /** How many entries are copied before they are placed: so memory can be waited for all at once, and they stay in a near cache. */
    private static final int COPIED_ROWS = 128;

    static final int KEY_FIELDS = 3;
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
        return block.packed == null ? block.place(row) * stride + KEY_FIELDS : KEY_FIELDS;
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
                count += root.get(fan).get(place).count();
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
            row = block.count() - 1;
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

    /** Goes to the row under that key, an added one if need be, ready to be written to. */
    void claim(long high, long low, long minor) {
        claim(high, low, minor, search(high, low, minor));
    }

    private void claim(long high, long low, long minor, boolean found) {
        own();
        if (!found) {
            if (block.count() == BLOCK_ROWS) {
                makeRoom(high, low, minor);
            }
            insert(high, low, minor);
        }
    }

    /** Puts and removes rows as entries say, whose keys come in order. */
    void place(KeyOrder entries) {
        long[] copies = new long[Math.min(entries.count(), COPIED_ROWS) * stride];
        boolean goesOn = false;
        for (int place = 0; place < entries.count(); place++) {
            if (place % COPIED_ROWS == 0) {
                entries.copy(place, Math.min(entries.count(), place + COPIED_ROWS), copies, stride);
            }
            int at = place % COPIED_ROWS * stride;
            boolean puts = entries.changes(place).isPut(entries.entry(place));
            place(copies, at, puts, goesOn);
            goesOn = puts;
        }
    }

    /** @param goesOn whether the row at hand is one that was put, and whose key is not greater */
    private void place(long[] rows, int at, boolean puts, boolean goesOn) {
        long high = rows[at];
        long low = rows[at + 1];
        long minor = rows[at + 2];
        if (!goesOn || isBehind(high, low, minor)) {
            toBlock(high, low, minor);
            row = 0;
        }
        boolean found = searchOn(high, low, minor);
        if (puts) {
            claim(high, low, minor, found);
            System.arraycopy(rows, at + KEY_FIELDS, block.rows, offset(), stride - KEY_FIELDS);
        } else if (found) {
            remove();
        }
    }

    /** Whether a key belongs into a later block than the one at hand. */
    private boolean isBehind(long high, long low, long minor) {
        return root.get(fanPlace).isBehind(blockPlace, high, low, minor) || root.isBehind(fanPlace, high, low, minor);
    }

    /** Takes the row at hand out; none is at hand afterwards. */
    void remove() {
        own();
        block.remove(row);
        if (block.count() < BLOCK_ROWS / 4) {
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
        toBlock(high, low, minor);
        return searchBlock(high, low, minor, 0, block.count());
    }

    /** The same in the block at hand, which may hold the key, from the row at hand on; mostly it is behind all of them. */
    private boolean searchOn(long high, long low, long minor) {
        int last = block.count() - 1;
        if (last >= row && compare(last, high, low, minor) >= 0) {
            return searchBlock(high, low, minor, row, last + 1);
        }
        row = last + 1;
        return false;
    }

    private void toBlock(long high, long low, long minor) {
        fanPlace = root.placeOf(high, low, minor);
        Directory<Block> fan = root.get(fanPlace);
        blockPlace = fan.placeOf(high, low, minor);
        block = fan.get(blockPlace);
    }

    private boolean searchBlock(long high, long low, long minor, int first, int end) {
        int from = first;
        int to = end;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int sign = compare(middle, high, low, minor);
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

    private int compare(int which, long high, long low, long minor) {
        PackedRows packed = block.packed;
        return packed == null
                ? compare(block.rows, block.place(which) * stride, high, low, minor)
                : compare(packed, which, high, low, minor);
    }

    private static int compare(PackedRows keys, int row, long high, long low, long minor) {
        int order = Long.compareUnsigned(keys.get(row, 0), high);
        order = order != 0 ? order : Long.compareUnsigned(keys.get(row, 1), low);
        return order != 0 ? order : Long.compareUnsigned(keys.get(row, 2), minor);
    }

    /** Goes on to the next block as long as there is no row at hand. */
    private boolean toRow() {
        while (row >= block.count()) {
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
        if (row == BLOCK_ROWS) {
            leaveFull(fan, new long[] {high, low, minor});
        } else {
            moveTail(fan);
        }
        splitIfFull(fan);
    }

    /** Begins a new block for a row behind those of the block at hand, which is packed: the next rows follow that one. */
    private void leaveFull(Directory<Block> fan, long[] key) {
        Optional<PackedRows> packed = block.packIfSmaller(stride);
        packed.ifPresent(rows -> fan.set(blockPlace, new Block(rows)));
        if (packed.isPresent()) {
            block.truncate(0); // nobody else has it any more
        } else {
            block = new Block(stride, epoch);
        }
        blockPlace++;
        row = 0;
        fan.add(blockPlace, block, key, 0);
    }

    private void moveTail(Directory<Block> fan) {
        int kept = Math.max(row, BLOCK_ROWS / 2);
        int nextPlace = blockPlace + 1;
        boolean nextHasRoom =
                nextPlace < fan.count() && fan.get(nextPlace).count() + BLOCK_ROWS - kept < BLOCK_ROWS / 2;
        Block next = nextHasRoom ? own(fan, nextPlace) : new Block(stride, epoch);
        copy(block, kept, next, 0);
        block.truncate(kept);
        int leastAt = next.place(0) * stride;
        if (nextHasRoom) {
            fan.lower(nextPlace, next.rows, leastAt);
        } else {
            long[] last = next.rows;
            int lastAt = next.place(next.count() - 1) * stride;
            boolean runGoesOn = fan.isOfRun(nextPlace, last[lastAt], last[lastAt + 1]);
            fan.add(nextPlace, runGoesOn ? packed(next) : next, next.rows, leastAt);
        }
    }

    /** A block that nothing is likely to go into any more: in few bytes, where that helps. */
    private Block packed(Block block) {
        return block.packIfSmaller(stride).map(Block::new).orElse(block);
    }

    private void splitIfFull(Directory<Block> fan) {
        if (fan.count() == FAN_BLOCKS) {
            fan.split(FAN_BLOCKS / 2, root, fanPlace);
            fanPlace += blockPlace / (FAN_BLOCKS / 2);
            blockPlace %= FAN_BLOCKS / 2;
        }
    }

    /** Joins the block at hand, of which little is left, with a neighbour that has little as well. */
    private void shrink() {
        Directory<Block> fan = root.get(fanPlace);
        if (block.count() == 0) {
            if (fan.count() > 1) {
                fan.remove(blockPlace);
            } else if (root.count() > 1) {
                root.remove(fanPlace);
            }
        } else if (blockPlace + 1 < fan.count() && fan.get(blockPlace + 1).count() + block.count() <= BLOCK_ROWS / 2) {
            join(fan, blockPlace);
        } else if (blockPlace > 0 && fan.get(blockPlace - 1).count() + block.count() <= BLOCK_ROWS / 2) {
            join(fan, blockPlace - 1);
        }
    }

    private void join(Directory<Block> fan, int place) {
        Block target = own(fan, place);
        Block emptied = own(fan, place + 1); // it may have been packed
        copy(emptied, 0, target, target.count());
        fan.remove(place + 1);
    }

    /** Copies the rows of a block from one on to another, before the one that has their number there. */
    private void copy(Block from, int fromRow, Block to, int toRow) {
        for (int i = fromRow; i < from.count(); i++) {
            int place = to.add(toRow + i - fromRow);
            System.arraycopy(from.rows, from.place(i) * stride, to.rows, place * stride, stride);
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
        if (last.count() == 0) {
            fan.set(blockPlace, added);
        } else {
            long[] first = new long[stride];
            rows.get(0, first, 0, stride);
            fan.add(blockPlace + 1, added, first, 0);
            splitIfFull(fan);
        }
    }

    /** All rows as they are now. They may be read by another thread, until the view is closed. */
    BlockView view() {
        views.incrementAndGet();
        epoch++;
        return new BlockView(root.copy(epoch), stride, views);
    }
}
