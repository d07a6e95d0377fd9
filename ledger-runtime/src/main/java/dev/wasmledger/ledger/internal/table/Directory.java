package dev.wasmledger.ledger.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An inner node of {@link SortedRows}: what lies below it, in order, each with the least key that it may hold. The first
 * holds lesser keys as well.
 */
final class Directory<C> {

    private static final int KEY_FIELDS = 3;
    private static final int FIRST_ENTRIES = 8;

    private long[] leasts = new long[FIRST_ENTRIES * KEY_FIELDS];
    private final List<C> below;
    /** How many views had been opened when it was last made sure that none of them sees this node. */
    int epoch;

    Directory(int epoch) {
        this(epoch, List.of());
    }

    private Directory(int epoch, List<C> below) {
        this.epoch = epoch;
        this.below = new ArrayList<>(below);
    }

    /** Another node with the same below it. */
    Directory<C> copy(int copyEpoch) {
        Directory<C> copy = new Directory<>(copyEpoch, below);
        copy.leasts = leasts.clone();
        return copy;
    }

    int count() {
        return below.size();
    }

    C get(int place) {
        return below.get(place);
    }

    void set(int place, C child) {
        below.set(place, child);
    }

    /** Whether a key belongs to a later place than that one. */
    boolean isBehind(int place, long high, long low, long minor) {
        return place + 1 < below.size() && SortedRows.compare(leasts, (place + 1) * KEY_FIELDS, high, low, minor) <= 0;
    }

    /** Whether there is such a place, and the first two parts of its least key are these. */
    boolean isOfRun(int place, long high, long low) {
        return place < below.size() && leasts[place * KEY_FIELDS] == high && leasts[place * KEY_FIELDS + 1] == low;
    }

    /** The last place whose least key is not greater than that one; the first where there is none. */
    int placeOf(long high, long low, long minor) {
        int from = 1;
        int to = below.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (SortedRows.compare(leasts, middle * KEY_FIELDS, high, low, minor) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    /** Puts something at a place, before what stands there; its least key stands in an array, high half first. */
    void add(int place, C child, long[] keys, int at) {
        if (leasts.length == below.size() * KEY_FIELDS) {
            leasts = Arrays.copyOf(leasts, leasts.length * 2);
        }
        int entry = place * KEY_FIELDS;
        System.arraycopy(leasts, entry, leasts, entry + KEY_FIELDS, below.size() * KEY_FIELDS - entry);
        below.add(place, child);
        lower(place, keys, at);
    }

    /** Says that a place now has a lesser key. */
    void lower(int place, long[] keys, int at) {
        System.arraycopy(keys, at, leasts, place * KEY_FIELDS, KEY_FIELDS);
    }

    void remove(int place) {
        below.remove(place);
        int entry = place * KEY_FIELDS;
        System.arraycopy(leasts, entry + KEY_FIELDS, leasts, entry, below.size() * KEY_FIELDS - entry);
    }

    /** Moves all from a place on to a new node, which is put behind this one in the node above. */
    void split(int from, Directory<Directory<C>> above, int place) {
        Directory<C> upper = new Directory<>(epoch, below.subList(from, below.size()));
        upper.leasts = Arrays.copyOfRange(leasts, from * KEY_FIELDS, leasts.length);
        below.subList(from, below.size()).clear();
        above.add(place + 1, upper, upper.leasts, 0);
    }
}
