package dev.wasmledger.guest;

import org.teavm.interop.Unmanaged;

/**
 * Numbers ids of 128 bits, from 0 on, in the order in which they come; what there is to know of each can then lie in arrays. It
 * serves one call after the other: nothing is allocated any more once the largest has come.
 *
 * <p>Nothing here throws or allocates but what makes room for more ids. TeaVM is told so, and keeps no account of references
 * and of the place where an exception would be handled.
 */
public class IdIndex {

    private static final int FIRST_CAPACITY = 64;

    /** By chance, none lies so far from its place: half of the slots are free, and what lies together is short. */
    private static final int MOST_STEPS = 256;

    /** Where there are fewer slots for each id, to set all of them to zero costs less than to look for those in use. */
    private static final int MANY_SLOTS_EACH = 32;

    private static final int ID_BYTES = 2 * Long.BYTES;

    /** How many ids there is room for, a power of two. */
    private int capacity = FIRST_CAPACITY;

    /** The low and the high half of each id, by number. */
    private byte[] ids = new byte[ID_BYTES * FIRST_CAPACITY];

    /** One bit for each place of {@link #slots}, which are twice as many as there is room for ids. */
    private int mask = 2 * FIRST_CAPACITY - 1;

    /**
     * Where each id lies: at the place that its hash names, or the next free one behind it. A slot has the number plus one in the
     * mask's bits, and the hash's in all others, so that hardly ever another id is looked at; zero is a free slot.
     */
    private byte[] slots = new byte[Integer.BYTES * 2 * FIRST_CAPACITY];

    private int size;

    /** What is mixed into hashes. */
    private long seed;

    /** How many ids there are. */
    public final int size() {
        return size;
    }

    /** The low half of the id that has a number; there must be one. */
    public final long idLow(int index) {
        return Bytes.getLong(ids, index * ID_BYTES);
    }

    /** The high half of the id that has a number; there must be one. */
    public final long idHigh(int index) {
        return Bytes.getLong(ids, index * ID_BYTES + Long.BYTES);
    }

    /** The number of an id; -1 where it has none. */
    @Unmanaged
    public final int indexOf(long low, long high) {
        return (slot(place(low, high, hash(low, high))) & mask) - 1;
    }

    /** The number of an id, which gets the next one where it had none: then {@link #size} is one more. */
    public final int add(long low, long high) {
        if (size == capacity) {
            grow();
        }
        return addInRoom(low, high);
    }

    @Unmanaged
    private int addInRoom(long low, long high) {
        int hash = hash(low, high);
        int place = place(low, high, hash);
        int slot = slot(place);
        if (slot != 0) {
            return (slot & mask) - 1;
        }
        int index = size++;
        Bytes.putLong(ids, index * ID_BYTES, low);
        Bytes.putLong(ids, index * ID_BYTES + Long.BYTES, high);
        putSlot(place, hash, index);
        if (((place - hash) & mask) > MOST_STEPS) {
            // Somebody has chosen ids that lie together: with another seed, they do not.
            seed += 0x9e37_79b9_7f4a_7c15L;
            placeAll();
        }
        return index;
    }

    /** Forgets all ids. */
    @Unmanaged
    public final void clear() {
        if (size * MANY_SLOTS_EACH > mask) {
            Bytes.clear(slots, 0, (mask + 1) * Integer.BYTES);
        } else {
            for (int index = 0; index < size; index++) {
                clearFrom(hash(idLow(index), idHigh(index)) & mask);
            }
        }
        size = 0;
    }

    /** Frees all slots up to the next free one: an id behind it would no longer be found, but none is to be. */
    @Unmanaged
    private void clearFrom(int first) {
        for (int place = first; slot(place) != 0; place = (place + 1) & mask) {
            Bytes.putInt(slots, place * Integer.BYTES, 0);
        }
    }

    private void grow() {
        capacity *= 2;
        mask = 2 * capacity - 1;
        ids = Bytes.grow(ids, 0);
        slots = new byte[Integer.BYTES * 2 * capacity];
        placeAll();
    }

    @Unmanaged
    private void placeAll() {
        Bytes.clear(slots, 0, (mask + 1) * Integer.BYTES);
        for (int index = 0; index < size; index++) {
            long low = idLow(index);
            long high = idHigh(index);
            int hash = hash(low, high);
            putSlot(place(low, high, hash), hash, index);
        }
    }

    /** Where an id lies, or is to be put. */
    @Unmanaged
    private int place(long low, long high, int hash) {
        int bits = mask;
        int place = hash & bits;
        int slot = slot(place);
        while (slot != 0 && !(((slot ^ hash) & ~bits) == 0 && isId((slot & bits) - 1, low, high))) {
            place = (place + 1) & bits;
            slot = slot(place);
        }
        return place;
    }

    private boolean isId(int index, long low, long high) {
        return idLow(index) == low && idHigh(index) == high;
    }

    private int slot(int place) {
        return Bytes.getInt(slots, place * Integer.BYTES);
    }

    private void putSlot(int place, int hash, int index) {
        Bytes.putInt(slots, place * Integer.BYTES, (hash & ~mask) | (index + 1));
    }

    private int hash(long low, long high) {
        long mixed = (low ^ seed) * 0x9e37_79b9_7f4a_7c15L;
        mixed = ((mixed >>> 32) ^ mixed ^ high) * 0xbf58_476d_1ce4_e5b9L;
        return (int) ((mixed >>> 32) ^ mixed);
    }
}
