package dev.wasmledger.ledger.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Rows of u64 fields under u128 keys: an open-addressing index of row numbers over pages of rows. A row takes its fields,
 * its key and at most eight bytes of index; growing never moves a row.
 */
final class RowStore {

    private static final int PAGE_SHIFT = 10;
    private static final int PAGE_ROWS = 1 << PAGE_SHIFT;
    private static final int KEY_FIELDS = 2;
    private static final int NONE = -1;
    private static final int FIRST_SLOTS = 16;

    private final int stride;
    /** Mixed into every hash, so that nobody who chooses keys can choose collisions. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private final List<long[]> pages = new ArrayList<>();
    /** Row numbers plus one; 0 is a free slot. The length is a power of two, at most half of it in use. */
    private int[] slots = new int[FIRST_SLOTS];

    private int rows;
    private int[] free = {};
    private int freeCount;

    /** @param fields u64 fields in each row, beside the key */
    RowStore(int fields) {
        this.stride = KEY_FIELDS + fields;
    }

    /** How many rows there are. */
    int size() {
        return rows - freeCount;
    }

    /** The number of the row under that key, or -1. */
    int find(long low, long high) {
        int mask = slots.length - 1;
        for (int slot = hash(low, high) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int row = slots[slot] - 1;
            if (holds(row, low, high)) {
                return row;
            }
        }
        return NONE;
    }

    /** The number of the row under that key; a new row, all fields zero, where there was none. */
    int claim(long low, long high) {
        int row = find(low, high);
        if (row != NONE) {
            return row;
        }
        if ((size() + 1) * 2L > slots.length) {
            grow();
        }
        row = newRow();
        long[] page = page(row);
        int at = offset(row) - KEY_FIELDS;
        page[at] = low;
        page[at + 1] = high;
        Arrays.fill(page, at + KEY_FIELDS, at + stride, 0);
        insert(row, low, high);
        return row;
    }

    /** Takes the row under that key out; says which one it was, or -1. */
    int remove(long low, long high) {
        int mask = slots.length - 1;
        int slot = hash(low, high) & mask;
        while (slots[slot] != 0 && !holds(slots[slot] - 1, low, high)) {
            slot = (slot + 1) & mask;
        }
        if (slots[slot] == 0) {
            return NONE;
        }
        int row = slots[slot] - 1;
        closeGap(slot, mask);
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(FIRST_SLOTS, freeCount * 2));
        }
        free[freeCount++] = row;
        return row;
    }

    /** Forgets all rows, and keeps their room. */
    void clear() {
        Arrays.fill(slots, 0);
        rows = 0;
        freeCount = 0;
    }

    /** The array that holds a row. */
    long[] page(int row) {
        return pages.get(row >>> PAGE_SHIFT);
    }

    /** Where in {@link #page} the row's first field stands. */
    int offset(int row) {
        return (row & (PAGE_ROWS - 1)) * stride + KEY_FIELDS;
    }

    long keyLow(int row) {
        return page(row)[offset(row) - KEY_FIELDS];
    }

    long keyHigh(int row) {
        return page(row)[offset(row) - KEY_FIELDS + 1];
    }

    /** The numbers of all rows in the order of their keys. */
    List<Integer> sortedRows() {
        List<Integer> sorted = new ArrayList<>(size());
        for (int slot : slots) {
            if (slot != 0) {
                sorted.add(slot - 1);
            }
        }
        sorted.sort((a, b) -> {
            int order = Long.compareUnsigned(keyHigh(a), keyHigh(b));
            return order != 0 ? order : Long.compareUnsigned(keyLow(a), keyLow(b));
        });
        return sorted;
    }

    private int newRow() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (rows == pages.size() * PAGE_ROWS) {
            pages.add(new long[PAGE_ROWS * stride]);
        }
        return rows++;
    }

    private void grow() {
        int[] old = slots;
        if (old.length == 1 << 30) {
            throw new TableFullException("a hashed table holds at most 2^29 rows");
        }
        slots = new int[old.length * 2];
        for (int slot : old) {
            if (slot != 0) {
                insert(slot - 1, keyLow(slot - 1), keyHigh(slot - 1));
            }
        }
    }

    private void insert(int row, long low, long high) {
        int mask = slots.length - 1;
        int slot = hash(low, high) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = row + 1;
    }

    /** Moves back what stands behind a slot and would not be found any more once that slot is free. */
    private void closeGap(int gap, int mask) {
        int hole = gap;
        for (int slot = (gap + 1) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int row = slots[slot] - 1;
            int home = hash(keyLow(row), keyHigh(row)) & mask;
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                slots[hole] = slots[slot];
                hole = slot;
            }
        }
        slots[hole] = 0;
    }

    private boolean holds(int row, long low, long high) {
        long[] page = page(row);
        int at = offset(row) - KEY_FIELDS;
        return page[at] == low && page[at + 1] == high;
    }

    /** Two rounds of multiply and shift, with the constants of SplitMix64's finaliser. */
    private int hash(long low, long high) {
        long mixed = (low ^ seed) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 32) ^ high) * 0x94d049bb133111ebL;
        return (int) (mixed ^ (mixed >>> 32));
    }
}
