package dev.wasmledger.components.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Values by numbers of 128 bits, in one flat table. There is no way to take one out again but to put null over it. */
final class U128Map<V> {

    private static final int FIRST_SIZE = 64;

    private long[] lows = new long[FIRST_SIZE];
    private long[] highs = new long[FIRST_SIZE];
    private Object[] values = new Object[FIRST_SIZE];
    private boolean[] taken = new boolean[FIRST_SIZE];
    private int size;

    @SuppressWarnings("unchecked") // what lies in the array was put as a V
    @Nullable
    V get(long low, long high) {
        return (V) values[slot(low, high)];
    }

    void put(long low, long high, @Nullable V value) {
        int slot = slot(low, high);
        if (!taken[slot]) {
            if (size * 2 >= lows.length) {
                grow();
                slot = slot(low, high);
            }
            taken[slot] = true;
            lows[slot] = low;
            highs[slot] = high;
            size++;
        }
        values[slot] = value;
    }

    /** Gives all values, in no order that means anything. */
    @SuppressWarnings("unchecked")
    void each(Consumer<V> consumer) {
        for (Object value : values) {
            if (value != null) {
                consumer.accept((V) value);
            }
        }
    }

    /** Where the key stands, or may be put. */
    private int slot(long low, long high) {
        int mask = lows.length - 1;
        long mixed = (low ^ (high * 0x9e37_79b9_7f4a_7c15L)) * 0xbf58_476d_1ce4_e5b9L;
        int slot = (int) (mixed >>> 32) & mask;
        while (taken[slot] && (lows[slot] != low || highs[slot] != high)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldLows = lows;
        long[] oldHighs = highs;
        Object[] oldValues = values;
        boolean[] oldTaken = taken;
        int length = oldLows.length * 2;
        lows = new long[length];
        highs = new long[length];
        values = new Object[length];
        taken = new boolean[length];
        for (int i = 0; i < oldLows.length; i++) {
            if (oldTaken[i]) {
                int slot = slot(oldLows[i], oldHighs[i]);
                taken[slot] = true;
                lows[slot] = oldLows[i];
                highs[slot] = oldHighs[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
