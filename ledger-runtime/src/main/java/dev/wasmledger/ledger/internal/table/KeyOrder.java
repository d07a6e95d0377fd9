package dev.wasmledger.ledger.internal.table;

import java.util.List;

/**
 * Puts entries of {@link Changes} into the order of their keys, a byte of all keys at a time from the lowest on. A byte that is the
 * same in all keys takes no pass, and neither does a part of the keys that comes in order already, as time does. Of entries with the
 * same key, the one that was written first comes first.
 */
final class KeyOrder {

    private static final int VALUES = 1 << Byte.SIZE;
    /** In a place of the order, where the number of an entry ends: a command writes no more rows to a table. */
    private static final int ENTRY_BITS = 20;

    private static final int ENTRY = (1 << ENTRY_BITS) - 1;

    private final List<Changes> all;
    private final int count;
    /** The number of an entry, and above it that of the changes that it is one of. */
    private int[] order;

    private int[] spareOrder = {};
    /** The part of each key that is looked at. */
    private long[] parts;

    private long[] spareParts = {};

    /** @param all those of the command that came first before the others */
    KeyOrder(List<Changes> all) {
        this.all = all;
        this.count = all.stream().mapToInt(Changes::count).sum();
        this.order = new int[count];
        this.parts = new long[count];
        int at = 0;
        for (int number = 0; number < all.size(); number++) {
            for (int entry = 0; entry < all.get(number).count(); entry++) {
                order[at++] = number << ENTRY_BITS | entry;
            }
        }
        sort();
    }

    /** How many entries there are. */
    int count() {
        return count;
    }

    /** What the entry at a place of the order is one of. */
    Changes changes(int place) {
        return all.get(order[place] >>> ENTRY_BITS);
    }

    /** The number that the entry at a place of the order has there. */
    int entry(int place) {
        return order[place] & ENTRY;
    }

    /** The part of a key that decides least comes first. */
    private void sort() {
        for (int part = 0; part < 3; part++) {
            if (!look(part)) {
                reserve();
                long differing = differing();
                for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                    if ((differing >>> shift & (VALUES - 1)) != 0) {
                        pass(shift);
                    }
                }
            }
        }
    }

    private void reserve() {
        if (spareOrder.length == 0) {
            spareOrder = new int[count];
            spareParts = new long[count];
        }
    }

    /** Looks at a part of all keys; says whether it comes in order. */
    private boolean look(int part) {
        boolean inOrder = true;
        for (int place = 0; place < count; place++) {
            parts[place] = part(changes(place), entry(place), part);
            inOrder &= place == 0 || Long.compareUnsigned(parts[place - 1], parts[place]) <= 0;
        }
        return inOrder;
    }

    private static long part(Changes changes, int entry, int part) {
        return switch (part) {
            case 0 -> changes.keyMinor(entry);
            case 1 -> changes.keyLow(entry);
            default -> changes.keyHigh(entry);
        };
    }

    /** The bits that are not the same in all keys. */
    private long differing() {
        long differing = 0;
        for (int place = 1; place < count; place++) {
            differing |= parts[place] ^ parts[0];
        }
        return differing;
    }

    private void pass(int shift) {
        int[] ends = new int[VALUES + 1];
        for (int place = 0; place < count; place++) {
            ends[value(place, shift) + 1]++;
        }
        for (int value = 0; value < VALUES; value++) {
            ends[value + 1] += ends[value];
        }
        for (int place = 0; place < count; place++) {
            int to = ends[value(place, shift)]++;
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

    private int value(int place, int shift) {
        return (int) (parts[place] >>> shift) & (VALUES - 1);
    }
}
