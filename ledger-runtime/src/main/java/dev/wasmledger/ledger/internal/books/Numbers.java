package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;

/** Arithmetic on numbers of 128 bits, of which a row holds the low half first. */
final class Numbers {

    private Numbers() {}

    /** Adds to the number at a place of a row; says whether the sum is beyond 2^128 - 1. */
    static boolean add(long[] row, int at, long low, long high) {
        long sum = row[at] + low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        long highSum = row[at + 1] + high;
        boolean overflow = Long.compareUnsigned(highSum, high) < 0;
        long carried = highSum + carry;
        row[at] = sum;
        row[at + 1] = carried;
        return overflow || (carry != 0 && carried == 0);
    }

    /** Subtracts from the number at a place of a row; says whether it was less. */
    static boolean subtract(long[] row, int at, long low, long high) {
        long borrow = Long.compareUnsigned(row[at], low) < 0 ? 1 : 0;
        boolean less = less(row[at], row[at + 1], low, high);
        row[at] -= low;
        row[at + 1] -= high + borrow;
        return less;
    }

    static boolean less(long aLow, long aHigh, long bLow, long bHigh) {
        int order = Long.compareUnsigned(aHigh, bHigh);
        return order != 0 ? order < 0 : Long.compareUnsigned(aLow, bLow) < 0;
    }

    /** Whether the sum of two numbers of a row, which may be beyond 2^128 - 1, is greater than a third one. */
    static boolean sumIsGreater(long[] row, int at, int more, int most) {
        long low = row[at] + row[more];
        long carry = Long.compareUnsigned(low, row[at]) < 0 ? 1 : 0;
        long high = row[at + 1] + row[more + 1];
        boolean overflow = Long.compareUnsigned(high, row[at + 1]) < 0 || (carry != 0 && high == -1);
        return overflow || less(row[most], row[most + 1], low, high + carry);
    }

    static String decimal(U128 number) {
        BigInteger high = new BigInteger(Long.toUnsignedString(number.high()));
        BigInteger low = new BigInteger(Long.toUnsignedString(number.low()));
        return high.shiftLeft(Long.SIZE).add(low).toString();
    }
}
