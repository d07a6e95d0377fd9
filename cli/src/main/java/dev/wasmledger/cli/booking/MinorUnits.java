package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Amounts as people write them, and as the books hold them: decimals, and whole numbers of an asset's minor units. */
public final class MinorUnits {

    private static final int BITS = 128;
    private static final BigInteger LOW_MASK =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private MinorUnits() {}

    /** Whether the number can be an amount of the books. */
    static boolean fits(BigInteger minorUnits) {
        return minorUnits.signum() >= 0 && minorUnits.bitLength() <= BITS;
    }

    /** A whole number from 0 to 2^128 - 1. */
    public static U128 toU128(BigInteger value) {
        if (!fits(value)) {
            throw new ArithmeticException(value + " does not fit into 128 bits");
        }
        return new U128(value.longValue(), value.shiftRight(Long.SIZE).longValue());
    }

    /** The number without a sign. */
    public static BigInteger toBigInteger(U128 value) {
        return unsigned(value.high()).shiftLeft(Long.SIZE).or(unsigned(value.low()));
    }

    /** So many minor units, as a decimal. */
    public static BigDecimal toDecimal(BigInteger minorUnits, int scale) {
        return new BigDecimal(minorUnits, scale);
    }

    private static BigInteger unsigned(long bits) {
        return BigInteger.valueOf(bits).and(LOW_MASK);
    }
}
