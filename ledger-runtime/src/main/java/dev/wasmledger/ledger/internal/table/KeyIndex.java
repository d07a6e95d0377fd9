package dev.wasmledger.ledger.internal.table;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds rows by their keys: an open-addressing table of row numbers in segments of 4,096 slots, each for keys whose hashes
 * have some bits in common. A full segment is split in two and the others are left as they are (extendible hashing), so that
 * no growth takes longer than moving some thousand numbers.
 *
 * <p>A slot takes eight bytes: a row's number, and above it so much of its hash that hardly any row is looked at in vain, and
 * none when it is moved. Rows stand in the order of their hashes, each in the slot that its hash tells or as close behind it as the
 * others let it (ordered linear probing): a search ends at the first greater hash, so segments may be almost full, and they
 * are split in the order of their slots. Keys that differ in their last two bits only have hashes that do, too: they stand side
 * by side, and whoever looks for one after the other finds them in memory that is at hand.
 */
final class KeyIndex {

    static final int NONE = -1;
    private static final int ROW_BITS = 28;
    private static final int NEIGHBOUR_BITS = 2;

    private static final long ROW_MASK = (1L << ROW_BITS) - 1;
    private static final long NEIGHBOUR_MASK = (1L << NEIGHBOUR_BITS) - 1;
    /** From here on upwards, a hash tells the segment; from its highest bit on downwards, the slot. */
    private static final int SEGMENT_SHIFT = ROW_BITS + NEIGHBOUR_BITS;

    private static final long SPREAD_MASK = -1L << SEGMENT_SHIFT;
    private static final int FIRST_SLOT_BITS = 4;
    private static final int SEGMENT_SLOT_BITS = 12;
    /** Behind the last slot that a hash may tell, for rows that find theirs taken; more are added as need be. */
    private static final int SPARE_SLOTS = 32;

    private final RowPages rows;
    /** How many bits tell the slot; there is but one segment until these are as many as they may be. */
    private int slotBits = FIRST_SLOT_BITS;
    /** By as many bits of a hash as there are places; a segment that has fewer in common stands in several. */
    private Segment[] segments = {new Segment(FIRST_SLOT_BITS, 0)};
    /** The slots of each of these, so that a search goes straight there. */
    private long[][] slots = {segments[0].slots};

    /** What was looked for last and not found, and where that would stand. */
    private long missingHash;

    private int missingSlot;

    KeyIndex(RowPages rows) {
        this.rows = rows;
    }

    private static final class Segment {
        /** Row numbers plus one, with the hash above; 0 is a free slot. The last one always is. */
        private long[] slots;

        private int used;
        /** How many bits that tell the segment are the same for all keys here. */
        private final int depth;
        /** How full it may get: not all at the same time, lest all are split at once. */
        private final int limit;

        Segment(int slotBits, int depth) {
            int size = 1 << slotBits;
            this.slots = new long[size + SPARE_SLOTS];
            this.depth = depth;
            this.limit = size / 16 * 11 + ThreadLocalRandom.current().nextInt(size / 4);
        }
    }

    /** The number of the row under that key, or {@link #NONE}. */
    int find(long low, long high) {
        long hash = hash(low, high);
        long last = hash | ROW_MASK;
        long[] searched = slots[place(hash)];
        int at = home(hash);
        for (long slot = searched[at]; slot != 0 && slot <= last; slot = searched[++at]) {
            if (slot > hash && rows.holds(row(slot), low, high)) {
                return row(slot);
            }
        }
        missingHash = hash;
        missingSlot = at;
        return NONE;
    }

    /** Adds a row under the key that was looked for last, and not found; no other has been added or removed since. */
    void add(int row) {
        Segment segment = segments[place(missingHash)];
        if (segment.used >= segment.limit) {
            add(missingHash, row);
        } else {
            insert(segment, missingSlot, missingHash, row);
        }
    }

    /** Adds a row under a key that has none. */
    void add(long low, long high, int row) {
        add(hash(low, high), row);
    }

    private void add(long hash, int row) {
        Segment segment = segments[place(hash)];
        while (segment.used >= segment.limit) {
            grow(segment, hash);
            segment = segments[place(hash)];
        }
        long last = hash | ROW_MASK;
        int at = home(hash);
        while (segment.slots[at] != 0 && segment.slots[at] <= last) {
            at++;
        }
        insert(segment, at, hash, row);
    }

    /** Puts a row into a slot, or before the row that stands there. */
    private void insert(Segment segment, int at, long hash, int row) {
        long[] into = segment.slots;
        int free = at;
        while (into[free] != 0) {
            free++;
        }
        System.arraycopy(into, at, into, at + 1, free - at);
        into[at] = slot(hash, row);
        segment.used++;
        if (free == into.length - 1) {
            segment.slots = Arrays.copyOf(into, into.length + SPARE_SLOTS);
            settle(segment, hash);
        }
    }

    /** Takes a row out, which is there. Rows behind it that had found their slots taken move up. */
    void remove(long low, long high, int row) {
        long hash = hash(low, high);
        Segment segment = segments[place(hash)];
        long[] from = segment.slots;
        int free = slotOf(from, slot(hash, row));
        while (from[free + 1] != 0 && home(from[free + 1]) <= free) {
            from[free] = from[free + 1];
            free++;
        }
        from[free] = 0;
        segment.used--;
    }

    /** A row, which is there, gets another number. */
    void renumber(long low, long high, int from, int to) {
        long hash = hash(low, high);
        long[] searched = slots[place(hash)];
        searched[slotOf(searched, slot(hash, from))] = slot(hash, to);
    }

    private int slotOf(long[] searched, long slot) {
        int at = home(slot);
        while (searched[at] != slot) {
            at++;
        }
        return at;
    }

    private void grow(Segment full, long hash) {
        if (slotBits < SEGMENT_SLOT_BITS) {
            slotBits++;
            Segment larger = new Segment(slotBits, 0);
            move(full, larger, 0, 0);
            settle(larger, hash);
            return;
        }
        int places = segments.length;
        if (1 << full.depth == places) {
            segments = Arrays.copyOf(segments, 2 * places);
            slots = Arrays.copyOf(slots, 2 * places);
            System.arraycopy(segments, 0, segments, places, places);
            System.arraycopy(slots, 0, slots, places, places);
        }
        long bit = 1L << (SEGMENT_SHIFT + full.depth);
        for (long value = 0; value <= bit; value += bit) {
            Segment half = new Segment(slotBits, full.depth + 1);
            move(full, half, bit, value);
            settle(half, (hash & ~bit) | value);
        }
    }

    /** Puts those rows of a segment into an empty one, in whose hashes a bit has a value. */
    private void move(Segment from, Segment to, long bit, long value) {
        int free = 0;
        for (long slot : from.slots) {
            if (slot != 0 && (slot & bit) == value) {
                free = Math.max(free, home(slot));
                if (free == to.slots.length - 1) {
                    to.slots = Arrays.copyOf(to.slots, to.slots.length + SPARE_SLOTS);
                }
                to.slots[free++] = slot;
                to.used++;
            }
        }
    }

    /** Gives a segment, which is to hold that hash, all its places. */
    private void settle(Segment segment, long hash) {
        int step = 1 << segment.depth;
        for (int place = place(hash) & (step - 1); place < segments.length; place += step) {
            segments[place] = segment;
            slots[place] = segment.slots;
        }
    }

    private int place(long hash) {
        return (int) (hash >>> SEGMENT_SHIFT) & (slots.length - 1);
    }

    private int home(long hash) {
        return (int) (hash >>> (Long.SIZE - 1 - slotBits));
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
