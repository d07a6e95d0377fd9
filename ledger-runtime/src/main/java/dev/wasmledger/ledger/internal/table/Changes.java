package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.Limits;
import java.util.Arrays;

/**
 * What the command at hand has written to a table: its keys in the order of their first write, and for each what it held
 * before. The writes themselves stand in the table. Beginning and keeping a command costs nothing for each row that it left
 * alone; dropping it puts back what stands here.
 */
final class Changes {

    static final int NONE = -1;

    private static final int KEY_FIELDS = 3;
    private static final int FIRST_ENTRIES = 16;

    private final int width;
    private final boolean indexed;
    private int count;
    private long[] keys = new long[FIRST_ENTRIES * KEY_FIELDS];
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

    /** Numbers of entries plus one, by the hash of their keys; at most half of them in use. */
    private int[] slots = {};
    /** The slot of each entry, so that forgetting them touches no others. */
    private int[] slotOf = {};

    private Changes(int width, boolean indexed) {
        this.width = width;
        this.before = new long[FIRST_ENTRIES * width];
        this.indexed = indexed;
        if (indexed) {
            index(FIRST_ENTRIES);
        }
    }

    /** @param width u64 fields in each row */
    Changes(int width) {
        this(width, true);
    }

    /** For rows that nobody looks for, in the order of their writes: a key may come again. */
    static Changes unindexed(int width) {
        return new Changes(width, false);
    }

    /** How many rows were written or removed. */
    int count() {
        return count;
    }

    long keyLow(int entry) {
        return keys[entry * KEY_FIELDS];
    }

    long keyHigh(int entry) {
        return keys[entry * KEY_FIELDS + 1];
    }

    /** The third part of an ordered table's key. */
    long keyMinor(int entry) {
        return keys[entry * KEY_FIELDS + 2];
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
        return entry * width;
    }

    /** Puts an entry's key, high half first, and what stands in {@link #before} into an array. */
    void copy(int entry, long[] target, int at) {
        target[at] = keyHigh(entry);
        target[at + 1] = keyLow(entry);
        target[at + 2] = keyMinor(entry);
        System.arraycopy(before, offset(entry), target, at + KEY_FIELDS, width);
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
        count = 0;
        renumbered = false;
    }

    /** The entry of a key, or {@link #NONE}. */
    int find(long low, long high, long minor) {
        int mask = slots.length - 1;
        int at = (int) KeyHash.of(low, high, minor) & mask;
        while (slots[at] != 0) {
            int entry = slots[at] - 1;
            if (keyLow(entry) == low && keyHigh(entry) == high && keyMinor(entry) == minor) {
                return entry;
            }
            at = (at + 1) & mask;
        }
        return NONE;
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
        int mask = slots.length - 1;
        int at = (int) KeyHash.of(low, high, minor) & mask;
        while (slots[at] != 0) {
            int entry = slots[at] - 1;
            if (keyLow(entry) == low && keyHigh(entry) == high && keyMinor(entry) == minor) {
                put[entry] = puts;
                rows[entry] = row;
                noted = entry;
                return false;
            }
            at = (at + 1) & mask;
        }
        if (count == put.length) {
            grow();
            index(put.length);
            return note(low, high, minor, row, puts);
        }
        slots[at] = count + 1;
        slotOf[count] = at;
        add(low, high, minor, row, puts);
        return true;
    }

    private void add(long low, long high, long minor, int row, boolean puts) {
        int entry = count++;
        keys[entry * KEY_FIELDS] = low;
        keys[entry * KEY_FIELDS + 1] = high;
        keys[entry * KEY_FIELDS + 2] = minor;
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
        keys = Arrays.copyOf(keys, capacity * KEY_FIELDS);
        before = Arrays.copyOf(before, capacity * width);
        existed = Arrays.copyOf(existed, capacity);
        put = Arrays.copyOf(put, capacity);
        rows = Arrays.copyOf(rows, capacity);
    }

    private void index(int capacity) {
        slotOf = new int[capacity];
        slots = new int[capacity * 2];
        int mask = slots.length - 1;
        for (int entry = 0; entry < count; entry++) {
            int at = (int) KeyHash.of(keyLow(entry), keyHigh(entry), keyMinor(entry)) & mask;
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = entry + 1;
            slotOf[entry] = at;
        }
    }
}
