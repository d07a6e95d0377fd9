package dev.wasmledger.guest;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Entries by ids of 128 bits, in one flat table: what a call has to remember of each account, say, that it speaks of. The
 * entries serve one call after the other, so that nothing is allocated any more once the largest has come.
 *
 * @param <E> the entries
 */
public final class IdTable<E extends IdTable.Entry> {

    private static final int FIRST_SIZE = 64;

    private final Supplier<E> maker;

    /** The first {@link #size} are in use, in the order in which they came. */
    private Entry[] entries = new Entry[FIRST_SIZE];

    /** Where each lies by its id; at most half of the slots are in use. */
    private @Nullable Entry[] slots = new Entry[2 * FIRST_SIZE];

    private int size;

    /**
     * An empty table.
     *
     * @param maker makes an entry where there is none that can be used again
     */
    public IdTable(Supplier<E> maker) {
        this.maker = maker;
    }

    /** What is found by its id. */
    public abstract static class Entry {
        public long idLow;
        public long idHigh;

        private int slot;

        /** Makes it an entry of which nothing but its id is known. */
        protected abstract void reset();
    }

    /** How many ids there are. */
    public int size() {
        return size;
    }

    /** The entry that came when there were {@code index} of them. */
    @SuppressWarnings("unchecked") // what lies in the array was made as an E
    public E get(int index) {
        return (E) entries[index];
    }

    /** The entry of an id, if it has one. */
    @SuppressWarnings("unchecked") // what lies in the array was made as an E
    public @Nullable E find(long low, long high) {
        return (E) slots[slot(low, high)];
    }

    /** The entry of an id, which gets one where it had none: then {@link #size} is one more. */
    @SuppressWarnings("unchecked") // what lies in the array was made as an E
    public E entry(long low, long high) {
        int slot = slot(low, high);
        Entry there = slots[slot];
        return there != null ? (E) there : add(low, high, slot);
    }

    private E add(long low, long high, int slot) {
        if (size == entries.length) {
            grow();
            return add(low, high, slot(low, high));
        }
        if (entries[size] == null) {
            entries[size] = maker.get();
        }
        E added = get(size);
        size++;
        added.reset();
        added.idLow = low;
        added.idHigh = high;
        place(added, slot);
        return added;
    }

    /** Forgets all ids. */
    public void clear() {
        for (int i = 0; i < size; i++) {
            slots[entries[i].slot] = null;
        }
        size = 0;
    }

    private void place(Entry entry, int slot) {
        entry.slot = slot;
        slots[slot] = entry;
    }

    /** Where an id stands, or may be put. */
    private int slot(long low, long high) {
        int mask = slots.length - 1;
        long mixed = (low ^ (high * 0x9e37_79b9_7f4a_7c15L)) * 0xbf58_476d_1ce4_e5b9L;
        int slot = (int) (mixed >>> 32) & mask;
        Entry there = slots[slot];
        while (there != null && (there.idLow != low || there.idHigh != high)) {
            slot = (slot + 1) & mask;
            there = slots[slot];
        }
        return slot;
    }

    private void grow() {
        entries = Arrays.copyOf(entries, 2 * size);
        slots = new Entry[4 * size];
        for (int i = 0; i < size; i++) {
            place(entries[i], slot(entries[i].idLow, entries[i].idHigh));
        }
    }
}
