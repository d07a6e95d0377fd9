package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;

/** Arithmetic on numbers of 128 bits, of which a row holds the low half first. */
final class Numbers {

    private Numbers() {}

    /** Adds to the number at a place of a row; says whether the sum is beyond 2^128 - 1. */
    static boolean add(long[] row, int at, U128 amount) {
        long low = row[at] + amount.low();
        long carry = Long.compareUnsigned(low, amount.low()) < 0 ? 1 : 0;
        long high = row[at + 1] + amount.high();
        boolean overflow = Long.compareUnsigned(high, amount.high()) < 0;
        long carried = high + carry;
        row[at] = low;
        row[at + 1] = carried;
        return overflow || (carry != 0 && carried == 0);
    }

    static boolean equal(long[] row, int at, U128 number) {
        return row[at] == number.low() && row[at + 1] == number.high();
    }

    /** Subtracts from the number at a place of a row; says whether it was less. */
    static boolean subtract(long[] row, int at, U128 amount) {
        long borrow = Long.compareUnsigned(row[at], amount.low()) < 0 ? 1 : 0;
        boolean less = less(row[at], row[at + 1], amount.low(), amount.high());
        row[at] -= amount.low();
        row[at + 1] -= amount.high() + borrow;
        return less;
    }

    static boolean isZero(U128 number) {
        return (number.low() | number.high()) == 0;
    }

    static boolean isMax(U128 number) {
        return (number.low() & number.high()) == -1;
    }

    static boolean less(U128 a, U128 b) {
        return less(a.low(), a.high(), b.low(), b.high());
    }

    private static boolean less(long aLow, long aHigh, long bLow, long bHigh) {
        int order = Long.compareUnsigned(aHigh, bHigh);
        return order != 0 ? order < 0 : Long.compareUnsigned(aLow, bLow) < 0;
    }

    /** Whether the sum of two numbers of a row, which may be beyond 2^128 - 1, is greater than a third one. */
    static boolean sumIsGreater(long[] row, int at, int more, int most) {
        long[] sum = {row[at], row[at + 1]};
        return add(sum, 0, new U128(row[more], row[more + 1])) || less(row[most], row[most + 1], sum[0], sum[1]);
    }

    static String decimal(U128 number) {
        BigInteger high = new BigInteger(Long.toUnsignedString(number.high()));
        BigInteger low = new BigInteger(Long.toUnsignedString(number.low()));
        return high.shiftLeft(Long.SIZE).add(low).toString();
    }
}
