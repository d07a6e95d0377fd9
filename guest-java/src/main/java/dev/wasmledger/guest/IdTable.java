package dev.wasmledger.guest;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Entries by ids of 128 bits: what a call has to remember of each account, say, that it speaks of. The entries serve one call
 * after the other, so that nothing is allocated any more once the largest has come.
 *
 * @param <E> the entries
 */
public final class IdTable<E extends IdTable.Entry> extends IdIndex {

    private static final int FIRST_SIZE = 64;

    private final Supplier<E> maker;

    /** By the numbers of their ids; there may be more from earlier calls behind those that are in use. */
    private Entry[] entries = new Entry[FIRST_SIZE];

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

        /** Makes it an entry of which nothing but its id is known. */
        protected abstract void reset();
    }

    /** The entry that came when there were {@code index} of them. */
    @SuppressWarnings("unchecked") // what lies in the array was made as an E
    public E get(int index) {
        return (E) entries[index];
    }

    /** The entry of an id, if it has one. */
    public @Nullable E find(long low, long high) {
        int index = indexOf(low, high);
        return index < 0 ? null : get(index);
    }

    /** The entry of an id, which gets one where it had none: then {@link #size} is one more. */
    public E entry(long low, long high) {
        return get(number(low, high));
    }

    /** The number of an id's entry, which it gets where it had none: then {@link #size} is one more. */
    public int number(long low, long high) {
        int known = size();
        int index = add(low, high);
        if (index == known) {
            make(index, low, high);
        }
        return index;
    }

    private void make(int index, long low, long high) {
        if (index == entries.length) {
            entries = Arrays.copyOf(entries, 2 * index);
        }
        if (entries[index] == null) {
            entries[index] = maker.get();
        }
        E made = get(index);
        made.reset();
        made.idLow = low;
        made.idHigh = high;
    }
}
