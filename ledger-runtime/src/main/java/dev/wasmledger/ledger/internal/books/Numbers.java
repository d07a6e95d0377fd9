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

    static boolean greater(long[] row, int at, int other) {
        int order = Long.compareUnsigned(row[at + 1], row[other + 1]);
        return order != 0 ? order > 0 : Long.compareUnsigned(row[at], row[other]) > 0;
    }

    static String decimal(U128 number) {
        BigInteger high = new BigInteger(Long.toUnsignedString(number.high()));
        BigInteger low = new BigInteger(Long.toUnsignedString(number.low()));
        return high.shiftLeft(Long.SIZE).add(low).toString();
    }
}
