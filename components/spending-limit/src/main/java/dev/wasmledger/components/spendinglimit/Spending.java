package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.guest.IdTable;
import dev.wasmledger.guest.UInt128;

/** What an account was debited in the period at hand, while a batch is judged or settled. */
final class Spending extends IdTable.Entry {

    long low;
    long high;

    /** No reservation of the account ends before; zero where none ever does. */
    long nextExpiry;

    /** Whether the tables do not know yet. */
    boolean changed;

    @Override
    protected void reset() {
        set(0, 0, 0);
        changed = false;
    }

    void set(long sumLow, long sumHigh, long expiry) {
        low = sumLow;
        high = sumHigh;
        nextExpiry = expiry;
    }

    /** A reservation ends then, unless that is zero. */
    void willExpire(long expiry) {
        if (expiry != 0 && (nextExpiry == 0 || Long.compareUnsigned(expiry, nextExpiry) < 0)) {
            nextExpiry = expiry;
        }
    }

    /** Adds an amount; says whether the sum is at most that. Otherwise it stays as it was. */
    boolean add(long amountLow, long amountHigh, UInt128 most) {
        long sumLow = low + amountLow;
        long carry = Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0;
        long partHigh = high + amountHigh;
        long sumHigh = partHigh + carry;
        boolean overflows = Long.compareUnsigned(partHigh, high) < 0 || Long.compareUnsigned(sumHigh, partHigh) < 0;
        if (overflows || isGreater(sumLow, sumHigh, most.low(), most.high())) {
            return false;
        }
        low = sumLow;
        high = sumHigh;
        return true;
    }

    /** Takes an amount off, as far as it goes: the rest is zero where there is not so much. */
    void takeOff(long amountLow, long amountHigh) {
        if (isGreater(amountLow, amountHigh, low, high)) {
            low = 0;
            high = 0;
        } else {
            long borrow = Long.compareUnsigned(low, amountLow) < 0 ? 1 : 0;
            low -= amountLow;
            high -= amountHigh + borrow;
        }
    }

    UInt128 sum() {
        return UInt128.of(low, high);
    }

    private static boolean isGreater(long aLow, long aHigh, long bLow, long bHigh) {
        return aHigh == bHigh ? Long.compareUnsigned(aLow, bLow) > 0 : Long.compareUnsigned(aHigh, bHigh) > 0;
    }
}
