package dev.wasmledger.ledger.internal.table;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds rows by their keys: an open-addressing table of row numbers in segments of at most 4,096 slots, each for keys whose
 * hashes begin with the same bits. A full segment is split in two and the others are left as they are (extendible hashing),
 * each at another time, so that no growth takes longer than moving 3,072 numbers. A slot takes four bytes, of which four bits are the hash's:
 * fifteen of sixteen rows that are not meant are passed over without a look at them.
 */
final class KeyIndex {

    static final int NONE = -1;
    static final int ROW_BITS = 28;

    private static final int ROW_MASK = (1 << ROW_BITS) - 1;
    private static final int TAG_MASK = ~ROW_MASK;
    private static final int FIRST_SLOTS = 16;
    private static final int SEGMENT_SLOTS = 1 << 12;

    private final RowPages rows;
    /** By the first {@code depth} bits of a hash; a segment of lesser depth stands there several times. */
    private Segment[] directory = {new Segment(FIRST_SLOTS, 0)};

    private int depth;

    KeyIndex(RowPages rows) {
        this.rows = rows;
    }

    private static final class Segment {
        /** Row numbers plus one, with bits of the hash above; 0 is a free slot. At most three quarters are in use. */
        private int[] slots;

        private int used;
        /** Of a hash, how many of its first bits are the same for all keys here. */
        private final int depth;
        /** How full it may get when it is as large as it may get: not all at the same time, lest all are split at once. */
        private final int limit =
                SEGMENT_SLOTS / 2 + ThreadLocalRandom.current().nextInt(SEGMENT_SLOTS / 4);

        Segment(int slots, int depth) {
            this.slots = new int[slots];
            this.depth = depth;
        }

        boolean full() {
            return used + 1 > Math.min(limit, slots.length / 4 * 3);
        }

        void add(long hash, int row) {
            int mask = slots.length - 1;
            int at = (int) hash & mask;
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = tag(hash) | (row + 1);
            used++;
        }
    }

    /** The number of the row under that key, or {@link #NONE}. */
    int find(long low, long high) {
        long hash = KeyHash.of(low, high);
        int[] slots = segment(hash).slots;
        int mask = slots.length - 1;
        int tag = tag(hash);
        int at = (int) hash & mask;
        for (int slot = slots[at]; slot != 0; slot = slots[at]) {
            if ((slot & TAG_MASK) == tag && rows.holds(row(slot), low, high)) {
                return row(slot);
            }
            at = (at + 1) & mask;
        }
        return NONE;
    }

    /** The number of the row under that key; where there is none, that of a row that is about to get it. */
    int findOrAdd(long low, long high, int added) {
        long hash = KeyHash.of(low, high);
        Segment segment = segment(hash);
        int[] slots = segment.slots;
        int mask = slots.length - 1;
        int tag = tag(hash);
        int at = (int) hash & mask;
        for (int slot = slots[at]; slot != 0; slot = slots[at]) {
            if ((slot & TAG_MASK) == tag && rows.holds(row(slot), low, high)) {
                return row(slot);
            }
            at = (at + 1) & mask;
        }
        if (segment.full()) {
            add(hash, added);
        } else {
            slots[at] = tag | (added + 1);
            segment.used++;
        }
        return added;
    }

    /** Adds a row whose key is not there yet. */
    void add(long low, long high, int row) {
        add(KeyHash.of(low, high), row);
    }

    private void add(long hash, int row) {
        while (segment(hash).full()) {
            grow(hash);
        }
        segment(hash).add(hash, row);
    }

    /** Takes a row out, which is there. */
    void remove(long low, long high, int row) {
        long hash = KeyHash.of(low, high);
        Segment segment = segment(hash);
        closeGap(segment.slots, slotOf(segment.slots, hash, row));
        segment.used--;
    }

    /** A row, which is there, gets another number. */
    void renumber(long low, long high, int from, int to) {
        long hash = KeyHash.of(low, high);
        int[] slots = segment(hash).slots;
        slots[slotOf(slots, hash, from)] = tag(hash) | (to + 1);
    }

    private static int slotOf(int[] slots, long hash, int row) {
        int mask = slots.length - 1;
        int at = (int) hash & mask;
        while (row(slots[at]) != row) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Moves back what stands behind a slot and would not be found any more once that slot is free. */
    private void closeGap(int[] slots, int gap) {
        int mask = slots.length - 1;
        int hole = gap;
        for (int at = (gap + 1) & mask; slots[at] != 0; at = (at + 1) & mask) {
            int home = (int) hashOf(slots[at]) & mask;
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                slots[hole] = slots[at];
                hole = at;
            }
        }
        slots[hole] = 0;
    }

    private void grow(long hash) {
        Segment full = segment(hash);
        if (full.slots.length < SEGMENT_SLOTS) {
            int[] old = full.slots;
            full.slots = new int[old.length * 2];
            full.used = 0;
            for (int slot : old) {
                if (slot != 0) {
                    full.add(hashOf(slot), row(slot));
                }
            }
        } else {
            split(full, hash);
        }
    }

    private void split(Segment full, long hash) {
        if (full.depth == depth) {
            Segment[] twice = new Segment[directory.length * 2];
            Arrays.setAll(twice, i -> directory[i >>> 1]);
            directory = twice;
            depth++;
        }
        Segment lower = new Segment(SEGMENT_SLOTS, full.depth + 1);
        Segment upper = new Segment(SEGMENT_SLOTS, full.depth + 1);
        long bit = Long.MIN_VALUE >>> full.depth;
        for (int slot : full.slots) {
            if (slot != 0) {
                long moved = hashOf(slot);
                ((moved & bit) == 0 ? lower : upper).add(moved, row(slot));
            }
        }
        int places = 1 << (depth - full.depth);
        int first = place(hash) & -places;
        Arrays.fill(directory, first, first + places / 2, lower);
        Arrays.fill(directory, first + places / 2, first + places, upper);
    }

    private Segment segment(long hash) {
        return directory[place(hash)];
    }

    private int place(long hash) {
        return (int) (hash >>> 1 >>> (Long.SIZE - 1 - depth)); // two shifts, since one by 64 would be one by 0
    }

    private long hashOf(int slot) {
        int row = row(slot);
        return KeyHash.of(rows.keyLow(row), rows.keyHigh(row));
    }

    private static int row(int slot) {
        return (slot & ROW_MASK) - 1;
    }

    /** Bits that decide neither the segment nor the place in it. */
    private static int tag(long hash) {
        return (int) (hash >>> 12) & TAG_MASK;
    }
}
