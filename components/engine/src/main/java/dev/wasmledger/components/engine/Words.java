package dev.wasmledger.components.engine;

/** Arithmetic on numbers from 0 to 2^128 - 1, each given as its two halves. */
final class Words {

    private Words() {}

    static boolean isZero(long low, long high) {
        return (low | high) == 0;
    }

    static boolean isMax(long low, long high) {
        return (low & high) == -1;
    }

    /** Whether the first number is less. */
    static boolean less(long aLow, long aHigh, long bLow, long bHigh) {
        return aHigh == bHigh ? Long.compareUnsigned(aLow, bLow) < 0 : Long.compareUnsigned(aHigh, bHigh) < 0;
    }

    /** The upper half of a sum; the lower one is the sum of the lower halves. */
    static long sumHigh(long aLow, long aHigh, long bLow, long bHigh) {
        return aHigh + bHigh + (Long.compareUnsigned(aLow + bLow, aLow) < 0 ? 1 : 0);
    }

    /** The upper half of a difference; the lower one is the difference of the lower halves. */
    static long differenceHigh(long aLow, long aHigh, long bLow, long bHigh) {
        return aHigh - bHigh - (Long.compareUnsigned(aLow, bLow) < 0 ? 1 : 0);
    }

    /** Whether a sum is greater than 2^128 - 1. */
    static boolean sumOverflows(long aLow, long aHigh, long bLow, long bHigh) {
        return less(aLow + bLow, sumHigh(aLow, aHigh, bLow, bHigh), aLow, aHigh);
    }

    /** A u32 that Java takes for signed. */
    static long unsigned(int number) {
        return number & 0xffff_ffffL;
    }
}
