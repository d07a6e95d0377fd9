package dev.wasmledger.ledger.internal.table;

/**
 * Puts the entries of {@link Changes} into the order of their keys, a byte of all keys at a time from the lowest on. A byte that is
 * the same in all keys takes no pass, and keys that come in order take none at all.
 */
final class KeyOrder {

    private static final int VALUES = 1 << Byte.SIZE;

    private final Changes changes;
    private final int count;

    KeyOrder(Changes changes) {
        this.changes = changes;
        this.count = changes.count();
    }

    /** The numbers of all entries, that of the least key first. */
    int[] entries() {
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = i;
        }
        return isInOrder() ? entries : sort(entries);
    }

    private boolean isInOrder() {
        for (int i = 1; i < count; i++) {
            int order = Long.compareUnsigned(changes.keyHigh(i - 1), changes.keyHigh(i));
            order = order != 0 ? order : Long.compareUnsigned(changes.keyLow(i - 1), changes.keyLow(i));
            order = order != 0 ? order : Long.compareUnsigned(changes.keyMinor(i - 1), changes.keyMinor(i));
            if (order > 0) {
                return false;
            }
        }
        return true;
    }

    private int[] sort(int[] unsorted) {
        int[] entries = unsorted;
        int[] spare = new int[count];
        for (int part = 0; part < 3; part++) {
            long differing = differing(part);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                if ((differing >>> shift & (VALUES - 1)) != 0) {
                    pass(entries, spare, part, shift);
                    int[] sorted = spare;
                    spare = entries;
                    entries = sorted;
                }
            }
        }
        return entries;
    }

    /** The bits of a part of the keys that are not the same in all of them. */
    private long differing(int part) {
        long differing = 0;
        for (int i = 1; i < count; i++) {
            differing |= part(i, part) ^ part(0, part);
        }
        return differing;
    }

    private void pass(int[] from, int[] to, int part, int shift) {
        int[] ends = new int[VALUES + 1];
        for (int i = 0; i < count; i++) {
            ends[value(from[i], part, shift) + 1]++;
        }
        for (int value = 0; value < VALUES; value++) {
            ends[value + 1] += ends[value];
        }
        for (int i = 0; i < count; i++) {
            to[ends[value(from[i], part, shift)]++] = from[i];
        }
    }

    private int value(int entry, int part, int shift) {
        return (int) (part(entry, part) >>> shift) & (VALUES - 1);
    }

    /** The part of a key that decides least comes first. */
    private long part(int entry, int part) {
        return switch (part) {
            case 0 -> changes.keyMinor(entry);
            case 1 -> changes.keyLow(entry);
            default -> changes.keyHigh(entry);
        };
    }
}
