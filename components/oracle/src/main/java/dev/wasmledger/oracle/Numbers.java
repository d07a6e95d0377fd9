package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;

/** Between the contract's numbers and Java's. */
final class Numbers {

    static final U128 ZERO = new U128(0, 0);
    static final U128 MAX = new U128(-1, -1);

    private static final BigInteger GREATEST = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    private Numbers() {}

    static BigInteger big(U128 number) {
        return unsigned(number.high()).shiftLeft(64).or(unsigned(number.low()));
    }

    static U128 u128(BigInteger number) {
        if (number.signum() < 0 || overflows(number)) {
            throw new ArithmeticException("no u128: " + number);
        }
        return new U128(number.longValue(), number.shiftRight(64).longValue());
    }

    static boolean overflows(BigInteger number) {
        return number.compareTo(GREATEST) > 0;
    }

    private static BigInteger unsigned(long bits) {
        BigInteger lower = BigInteger.valueOf(bits & Long.MAX_VALUE);
        return bits < 0 ? lower.setBit(63) : lower;
    }
}
