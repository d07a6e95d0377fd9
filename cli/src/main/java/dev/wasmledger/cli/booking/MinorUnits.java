package dev.wasmledger.cli.booking;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Amounts as people write them, and as the books hold them: decimals, and whole numbers of an asset's minor units. */
public final class MinorUnits {

    private static final int BITS = 128;

    private MinorUnits() {}

    /** Whether the number can be an amount of the books. */
    static boolean fits(BigInteger minorUnits) {
        return minorUnits.signum() >= 0 && minorUnits.bitLength() <= BITS;
    }

    /** So many minor units, as a decimal. */
    public static BigDecimal toDecimal(BigInteger minorUnits, int scale) {
        return new BigDecimal(minorUnits, scale);
    }
}
