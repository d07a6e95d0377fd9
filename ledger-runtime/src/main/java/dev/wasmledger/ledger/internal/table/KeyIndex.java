package dev.wasmledger.ledger.internal.table;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds rows by their keys: an open-addressing table of row numbers in segments of 4,096 slots, each for keys whose hashes
 * begin with the same bits. A full segment is split in two and the others are left as they are (extendible hashing), so that
 * no growth takes longer than moving some thousand numbers.
 *
 * <p>A slot takes eight bytes: a row's number, and above it so much of its hash that hardly any row is looked at in vain, and
 * none when it is moved. Rows stand in the order of their hashes, each in the slot that its hash tells or as close behind it as the
 * others let it (ordered linear probing): a search ends at the first greater hash, so segments may be almost full, and they
 * are split in one pass. Keys that differ in their last two bits only have hashes that do, too: they stand side by side, and
 * whoever looks for one after the other finds them in memory that is at hand.
 */
final class KeyIndex {

    static final int NONE = -1;
    private static final int ROW_BITS = 28;
    private static final int NEIGHBOUR_BITS = 2;

    private static final long ROW_MASK = (1L << ROW_BITS) - 1;
    private static final long NEIGHBOUR_MASK = (1L << NEIGHBOUR_BITS) - 1;
    private static final long SPREAD_MASK = -1L << (ROW_BITS + NEIGHBOUR_BITS);
    private static final int FIRST_SLOT_BITS = 4;
    private static final int SEGMENT_SLOT_BITS = 12;
    /** Behind the last slot that a hash may tell, for rows that find theirs taken; more are added as need be. */
    private static final int SPARE_SLOTS = 32;

    private final RowPages rows;
    /** By the first {@code depth} bits of a hash; a segment of lesser depth stands there several times. */
    private Segment[] directory = {new Segment(FIRST_SLOT_BITS, 0)};

    private int depth;

    /** What was looked for last and not found, and where that would stand. */
    private long missingHash;

    private Segment missingSegment = directory[0];
    private int missingSlot;

    KeyIndex(RowPages rows) {
        this.rows = rows;
    }

    private static final class Segment {
        /** Row numbers plus one, with the hash above; 0 is a free slot. The last one always is. */
        private long[] slots;

        private int used;
        private final int slotBits;
        /** Of a hash, how many of its first bits are the same for all keys here. */
        private final int depth;
        /** How full it may get: not all at the same time, lest all are split at once. */
        private final int limit;

        Segment(int slotBits, int depth) {
            int size = 1 << slotBits;
            this.slots = new long[size + SPARE_SLOTS];
            this.slotBits = slotBits;
            this.depth = depth;
            this.limit = size / 16 * 11 + ThreadLocalRandom.current().nextInt(size / 4);
        }

        boolean isFull() {
            return used >= limit;
        }

        /** The slot that a hash tells: by the bits behind those that all have in common. */
        int home(long hash) {
            return (int) (hash << (1 + depth) >>> (Long.SIZE - slotBits));
        }

        /** Puts a row into a slot, or before the row that stands there. */
        void insert(int at, long slot) {
            int free = at;
            while (slots[free] != 0) {
                free++;
            }
            System.arraycopy(slots, at, slots, at + 1, free - at);
            slots[at] = slot;
            take(free);
        }

        /** Puts rows of another segment, some or all, behind those that are here: all their hashes are greater. */
        void append(long[] from, int start, int end) {
            int free = 0;
            for (int i = start; i < end; i++) {
                if (from[i] != 0) {
                    free = Math.max(free, home(from[i]));
                    slots[free] = from[i];
                    take(free++);
                }
            }
        }

        private void take(int slot) {
            used++;
            if (slot == slots.length - 1) {
                slots = Arrays.copyOf(slots, slots.length + SPARE_SLOTS);
            }
        }

        /** Frees a slot. Rows behind it that find theirs taken move up. */
        void remove(int at) {
            int free = at;
            while (slots[free + 1] != 0 && home(slots[free + 1]) <= free) {
                slots[free] = slots[free + 1];
                free++;
            }
            slots[free] = 0;
            used--;
        }
    }

    /** The number of the row under that key, or {@link #NONE}. */
    int find(long low, long high) {
        long hash = hash(low, high);
        long last = hash | ROW_MASK;
        Segment segment = segment(hash);
        long[] slots = segment.slots;
        int at = segment.home(hash);
        for (long slot = slots[at]; slot != 0 && slot <= last; slot = slots[++at]) {
            if (slot > hash && rows.holds(row(slot), low, high)) {
                return row(slot);
            }
        }
        missingHash = hash;
        missingSegment = segment;
        missingSlot = at;
        return NONE;
    }

    /** Adds a row under the key that was looked for last, and not found; no other has been added or removed since. */
    void add(int row) {
        if (missingSegment.isFull()) {
            add(missingHash, row);
        } else {
            missingSegment.insert(missingSlot, slot(missingHash, row));
        }
    }

    /** Adds a row under a key that has none. */
    void add(long low, long high, int row) {
        add(hash(low, high), row);
    }

    private void add(long hash, int row) {
        Segment segment = segment(hash);
        while (segment.isFull()) {
            grow(segment, hash);
            segment = segment(hash);
        }
        long last = hash | ROW_MASK;
        int at = segment.home(hash);
        while (segment.slots[at] != 0 && segment.slots[at] <= last) {
            at++;
        }
        segment.insert(at, slot(hash, row));
    }

    /** Takes a row out, which is there. */
    void remove(long low, long high, int row) {
        long hash = hash(low, high);
        Segment segment = segment(hash);
        segment.remove(slotOf(segment, slot(hash, row)));
    }

    /** A row, which is there, gets another number. */
    void renumber(long low, long high, int from, int to) {
        long hash = hash(low, high);
        Segment segment = segment(hash);
        segment.slots[slotOf(segment, slot(hash, from))] = slot(hash, to);
    }

    private static int slotOf(Segment segment, long slot) {
        int at = segment.home(slot);
        while (segment.slots[at] != slot) {
            at++;
        }
        return at;
    }

    private void grow(Segment full, long hash) {
        long[] slots = full.slots;
        int places = 1 << (depth - full.depth);
        int first = place(hash) & -places;
        if (full.slotBits < SEGMENT_SLOT_BITS) {
            Segment larger = new Segment(full.slotBits + 1, full.depth);
            larger.append(slots, 0, slots.length);
            Arrays.fill(directory, first, first + places, larger);
        } else if (places == 1) {
            Segment[] twice = new Segment[directory.length * 2];
            Arrays.setAll(twice, i -> directory[i >>> 1]);
            directory = twice;
            depth++;
            grow(full, hash);
        } else {
            long bit = Long.MIN_VALUE >>> (1 + full.depth);
            int middle = 0;
            while (middle < slots.length && (slots[middle] & bit) == 0) {
                middle++;
            }
            Segment lower = new Segment(SEGMENT_SLOT_BITS, full.depth + 1);
            Segment upper = new Segment(SEGMENT_SLOT_BITS, full.depth + 1);
            lower.append(slots, 0, middle);
            upper.append(slots, middle, slots.length);
            Arrays.fill(directory, first, first + places / 2, lower);
            Arrays.fill(directory, first + places / 2, first + places, upper);
        }
    }

    private Segment segment(long hash) {
        return directory[place(hash)];
    }

    private int place(long hash) {
        return (int) (hash >>> (Long.SIZE - 1 - depth));
    }

    /** The highest bit is 0, so that a slot is not negative; the lowest ones leave a row's number its place. */
    private static long hash(long low, long high) {
        long spread = KeyHash.of(low >>> NEIGHBOUR_BITS, high) >>> 1;
        return (spread & SPREAD_MASK) | (low & NEIGHBOUR_MASK) << ROW_BITS;
    }

    private static long slot(long hash, int row) {
        return hash | row + 1;
    }

    private static int row(long slot) {
        return (int) (slot & ROW_MASK) - 1;
    }
}
