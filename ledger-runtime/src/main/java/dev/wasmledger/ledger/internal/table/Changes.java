package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.Limits;
import java.util.Arrays;

/**
 * What the command at hand has written to a table: its keys in the order of their first write, and for each what it held
 * before, where the writes themselves stand in the table; of an ordered table, what it is to hold. Beginning and keeping a command costs
 * nothing for each row that it left alone; dropping it puts back what stands here, or forgets it.
 */
final class Changes {

    static final int NONE = -1;

    private static final int KEY_FIELDS = SortedRows.KEY_FIELDS;
    private static final int FIRST_ENTRIES = 16;
    /** How many rows of one moment are looked through rather than indexed: a transfer has one in each of two accounts' histories. */
    private static final int ROWS_OF_A_MOMENT = 8;

    private final int width;
    /** From one entry's key to the next one's; where that is more than a key, its row is in between. */
    private final int keyStride;

    private int count;
    /** Keys, high half first. */
    private long[] keys;
    /** The same array where rows stand behind their keys. */
    private long[] before;
    /** Whether there was a row before. */
    private boolean[] existed = new boolean[FIRST_ENTRIES];
    /** Whether there is a row now. */
    private boolean[] put = new boolean[FIRST_ENTRIES];

    /** The number of the row that was written, as long as no row was removed. */
    private int[] rows = new int[FIRST_ENTRIES];

    private boolean renumbered;
    /** The entry that was written last. */
    private int noted;

    /** Whether the slots are in use. Where they are not, and somebody looks for keys, their third parts have never fallen. */
    private boolean indexed;
    /** Numbers of entries plus one, by the hash of their keys; at most half of them in use. */
    private int[] slots = {};
    /** The slot of each entry, so that forgetting them touches no others. */
    private int[] slotOf = {};

    private Changes(int width, int keyStride) {
        this.width = width;
        this.keyStride = keyStride;
        this.keys = new long[FIRST_ENTRIES * keyStride];
        this.before = keyStride == KEY_FIELDS ? new long[FIRST_ENTRIES * width] : keys;
    }

    /**
     * Of a table that holds what is written.
     *
     * @param width u64 fields in each row
     */
    static Changes replacing(int width) {
        return new Changes(width, KEY_FIELDS);
    }

    /** Of an ordered table: each key with the row that it is to have. Mostly time is the third part of keys: then no index is needed. */
    static Changes planned(int width) {
        return new Changes(width, KEY_FIELDS + width);
    }

    /** How many rows were written or removed. */
    int count() {
        return count;
    }

    long keyLow(int entry) {
        return keys[entry * keyStride + 1];
    }

    long keyHigh(int entry) {
        return keys[entry * keyStride];
    }

    /** The third part of an ordered table's key. */
    long keyMinor(int entry) {
        return keys[entry * keyStride + 2];
    }

    /** Whether there is a row under the entry's key now. */
    boolean isPut(int entry) {
        return put[entry];
    }

    /** A row is about to be removed: another one gets its number. */
    void renumbered() {
        renumbered = true;
    }

    /** The number of the row under the entry's key, where there is one. */
    int row(int entry, HashedRows all) {
        return renumbered ? all.find(keyLow(entry), keyHigh(entry)) : rows[entry];
    }

    /** Whether there was a row under the entry's key before the command. */
    boolean existed(int entry) {
        return existed[entry];
    }

    /** The array that holds what stood under the entry's key before the command. */
    long[] before() {
        return before;
    }

    /** Where in {@link #before} the entry's first field stands. */
    int offset(int entry) {
        return isPlan() ? entry * keyStride + KEY_FIELDS : entry * width;
    }

    private boolean isPlan() {
        return keyStride > KEY_FIELDS;
    }

    /** Puts the key of a planned row, high half first, and the row into an array. */
    void copy(int entry, long[] target, int at) {
        System.arraycopy(keys, entry * keyStride, target, at, keyStride);
    }

    /**
     * A row that has not been there is about to be put.
     *
     * @param row the number that it will have
     * @return whether this is the first write to that key
     */
    boolean adding(long low, long high, long minor, int row) {
        return note(low, high, minor, row, true);
    }

    /**
     * A row is about to be written over or removed.
     *
     * @param row its number
     * @param page holds the row's fields, from {@code offset} on
     * @return whether this is the first write to that key
     */
    boolean changing(long low, long high, long minor, int row, long[] page, int offset, boolean stays) {
        boolean first = note(low, high, minor, row, stays);
        if (first) {
            existed[count - 1] = true;
            System.arraycopy(page, offset, before, offset(count - 1), width);
        }
        return first;
    }

    /** Forgets all entries. */
    void clear() {
        for (int entry = 0; indexed && entry < count; entry++) {
            slots[slotOf[entry]] = 0;
        }
        indexed = false;
        count = 0;
        renumbered = false;
    }

    /** The entry of a key, or {@link #NONE}. */
    int find(long low, long high, long minor) {
        if (!indexed && isNew(low, high, minor)) {
            return NONE;
        }
        index();
        int at = slot(low, high, minor);
        return slots[at] - 1;
    }

    /** Whether no entry has that key, as far as can be said without an index. */
    private boolean isNew(long low, long high, long minor) {
        for (int entry = count - 1; entry >= Math.max(0, count - ROWS_OF_A_MOMENT); entry--) {
            if (keyMinor(entry) != minor) {
                return isPlan() && Long.compareUnsigned(keyMinor(entry), minor) < 0;
            }
            if (isKey(entry, low, high, minor)) {
                return false;
            }
        }
        return count <= ROWS_OF_A_MOMENT;
    }

    private boolean isKey(int entry, long low, long high, long minor) {
        return keyLow(entry) == low && keyHigh(entry) == high && keyMinor(entry) == minor;
    }

    /** The slot of the entry with that key, or the free one that it would get. */
    private int slot(long low, long high, long minor) {
        int mask = slots.length - 1;
        int at = (int) KeyHash.of(low, high, minor) & mask;
        while (slots[at] != 0 && !isKey(slots[at] - 1, low, high, minor)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /**
     * A row is to be put or removed, but is not yet: what it is to hold goes into {@link #before} instead of what it held.
     *
     * @return the entry of its key
     */
    int planning(long low, long high, long minor, boolean puts) {
        note(low, high, minor, 0, puts);
        return noted;
    }

    /**
     * The same for a key that nobody looks for.
     *
     * @return the new entry
     */
    int appending(long low, long high, long minor, boolean puts) {
        if (count == put.length) {
            grow();
        }
        add(low, high, minor, 0, puts);
        return noted;
    }

    /** A row is about to be written over, whose key nobody looks for. */
    void saving(long low, long high, long[] page, int offset) {
        int entry = appending(low, high, 0, true);
        existed[entry] = true;
        System.arraycopy(page, offset, before, offset(entry), width);
    }

    private boolean note(long low, long high, long minor, int row, boolean puts) {
        if (!indexed && isNew(low, high, minor)) {
            appending(low, high, minor, puts);
            rows[noted] = row;
            return true;
        }
        index();
        int at = slot(low, high, minor);
        if (slots[at] != 0) {
            noted = slots[at] - 1;
            put[noted] = puts;
            rows[noted] = row;
            return false;
        }
        if (count == put.length) {
            grow();
            indexed = false;
            index();
            at = slot(low, high, minor);
        }
        slots[at] = count + 1;
        slotOf[count] = at;
        add(low, high, minor, row, puts);
        return true;
    }

    private void add(long low, long high, long minor, int row, boolean puts) {
        int entry = count++;
        keys[entry * keyStride] = high;
        keys[entry * keyStride + 1] = low;
        keys[entry * keyStride + 2] = minor;
        existed[entry] = false;
        put[entry] = puts;
        rows[entry] = row;
        noted = entry;
    }

    private void grow() {
        if (count >= Limits.COMMAND_ROWS) {
            throw new TableFullException("a command writes to more than %d rows of a table".formatted(count));
        }
        int capacity = put.length * 2;
        keys = Arrays.copyOf(keys, capacity * keyStride);
        before = isPlan() ? keys : Arrays.copyOf(before, capacity * width);
        existed = Arrays.copyOf(existed, capacity);
        put = Arrays.copyOf(put, capacity);
        rows = Arrays.copyOf(rows, capacity);
    }

    private void index() {
        if (!indexed) {
            slotOf = slotOf.length == put.length ? slotOf : new int[put.length];
            slots = slots.length == 2 * put.length ? slots : new int[2 * put.length];
            for (int entry = 0; entry < count; entry++) {
                int at = slot(keyLow(entry), keyHigh(entry), keyMinor(entry));
                slots[at] = entry + 1;
                slotOf[entry] = at;
            }
            indexed = true;
        }
    }
}
