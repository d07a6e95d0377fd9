package dev.wasmledger.ledger.internal.table;

import java.util.List;

/**
 * Puts entries of {@link Changes} into the order of their keys, a byte of all keys at a time from the lowest on. A byte that is the
 * same in all keys takes no pass, and neither do the third parts of keys where they come in order already, as time does. Entries that
 * come in order, as those of a journal do, are looked at once. Of entries with the same key, the one that was written first comes first.
 */
final class KeyOrder {

    private static final int VALUES = 1 << Byte.SIZE;
    /** In a place of the order, where the number of an entry ends: a command writes no more rows to a table. */
    private static final int ENTRY_BITS = 20;

    private static final int ENTRY = (1 << ENTRY_BITS) - 1;

    private final Changes[] all;
    private final int count;
    /** The number of an entry, and above it that of the changes that it is one of. */
    private int[] order;

    /** The bits of each part of the keys that are not the same in all of them. */
    private long differingMinor;

    private long differingLow;
    private long differingHigh;
    private boolean minorsInOrder = true;

    /** The part of each key that is looked at; empty until one has to be. */
    private long[] parts = {};

    private long[] spareParts = {};
    private int[] spareOrder = {};

    /** @param all those of the command that came first before the others */
    KeyOrder(List<Changes> all) {
        this.all = all.toArray(Changes[]::new);
        this.count = all.stream().mapToInt(Changes::count).sum();
        this.order = new int[count];
        if (!look()) {
            sort();
        }
    }

    /** How many entries there are. */
    int count() {
        return count;
    }

    /** What the entry at a place of the order is one of. */
    Changes changes(int place) {
        return all[order[place] >>> ENTRY_BITS];
    }

    /** The number that the entry at a place of the order has there. */
    int entry(int place) {
        return order[place] & ENTRY;
    }

    /** Puts entries from a place of the order up to another one into an array, each with its key, high half first, and its row. */
    void copy(int from, int to, long[] target, int stride) {
        int at = 0;
        for (int place = from; place < to; place++) {
            changes(place).copy(entry(place), target, at);
            at += stride;
        }
    }

    /** Looks at all keys as they come; says whether they do in order. */
    private boolean look() {
        boolean inOrder = true;
        int place = 0;
        long minor = 0;
        long low = 0;
        long high = 0;
        for (int number = 0; number < all.length; number++) {
            Changes changes = all[number];
            for (int entry = 0; entry < changes.count(); entry++) {
                long nextMinor = changes.keyMinor(entry);
                long nextLow = changes.keyLow(entry);
                long nextHigh = changes.keyHigh(entry);
                if (place > 0) {
                    differingMinor |= nextMinor ^ minor;
                    differingLow |= nextLow ^ low;
                    differingHigh |= nextHigh ^ high;
                }
                boolean minorInOrder = Long.compareUnsigned(minor, nextMinor) <= 0;
                minorsInOrder &= minorInOrder;
                int sign = Long.compareUnsigned(high, nextHigh);
                sign = sign != 0 ? sign : Long.compareUnsigned(low, nextLow);
                inOrder &= sign != 0 ? sign < 0 : minorInOrder;
                minor = nextMinor;
                low = nextLow;
                high = nextHigh;
                order[place++] = number << ENTRY_BITS | entry;
            }
        }
        return inOrder;
    }

    /** The part of a key that decides least comes first. */
    private void sort() {
        parts = new long[count];
        spareParts = new long[count];
        spareOrder = new int[count];
        if (!minorsInOrder) {
            for (int place = 0; place < count; place++) {
                parts[place] = changes(place).keyMinor(entry(place));
            }
            sort(differingMinor);
        }
        if (differingLow != 0) {
            for (int place = 0; place < count; place++) {
                parts[place] = changes(place).keyLow(entry(place));
            }
            sort(differingLow);
        }
        if (differingHigh != 0) {
            for (int place = 0; place < count; place++) {
                parts[place] = changes(place).keyHigh(entry(place));
            }
            sort(differingHigh);
        }
    }

    private void sort(long differing) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            if ((differing >>> shift & (VALUES - 1)) != 0) {
                pass(shift);
            }
        }
    }

    private void pass(int shift) {
        int[] places = places(shift);
        for (int place = 0; place < count; place++) {
            int to = places[value(place, shift)]++;
            spareOrder[to] = order[place];
            spareParts[to] = parts[place];
        }
        int[] sortedOrder = spareOrder;
        spareOrder = order;
        order = sortedOrder;
        long[] sortedParts = spareParts;
        spareParts = parts;
        parts = sortedParts;
    }

    /** Where the first entry of each value of a byte comes. */
    private int[] places(int shift) {
        int[] places = new int[VALUES + 1];
        for (int place = 0; place < count; place++) {
            places[value(place, shift) + 1]++;
        }
        for (int value = 0; value < VALUES; value++) {
            places[value + 1] += places[value];
        }
        return places;
    }

    private int value(int place, int shift) {
        return (int) (parts[place] >>> shift) & (VALUES - 1);
    }
}
