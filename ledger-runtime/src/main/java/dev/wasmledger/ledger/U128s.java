package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.UUID;

/** Ids and amounts, whole numbers from 0 to 2^128 - 1, and what Java has for such. */
public final class U128s {

    public static final U128 ZERO = new U128(0, 0);

    /** 2^128 - 1: no id, and as the amount of a post all that is pending. */
    public static final U128 MAX = new U128(-1, -1);

    private static final int BITS = 128;
    private static final BigInteger LOW_MASK =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private U128s() {}

    /**
     * The number.
     *
     * @throws ArithmeticException if it is negative
     */
    public static U128 of(long value) {
        if (value < 0) {
            throw new ArithmeticException(value + " is no number from 0 to 2^128 - 1");
        }
        return new U128(value, 0);
    }

    /**
     * The number.
     *
     * @throws ArithmeticException if it is negative, or 2^128 or more
     */
    public static U128 of(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > BITS) {
            throw new ArithmeticException(value + " is no number from 0 to 2^128 - 1");
        }
        return new U128(value.longValue(), value.shiftRight(Long.SIZE).longValue());
    }

    /** The number that the 128 bits of a UUID are: an id for something that has one elsewhere. */
    public static U128 of(UUID value) {
        return new U128(value.getLeastSignificantBits(), value.getMostSignificantBits());
    }

    /** The number without a sign. */
    public static BigInteger toBigInteger(U128 value) {
        return unsigned(value.high()).shiftLeft(Long.SIZE).or(unsigned(value.low()));
    }

    private static BigInteger unsigned(long bits) {
        return BigInteger.valueOf(bits).and(LOW_MASK);
    }
}
