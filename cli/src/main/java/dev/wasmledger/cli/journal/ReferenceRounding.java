package dev.wasmledger.cli.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Rounds as the reference does when it prints an amount with fewer decimals than it has: to the nearest, and what lies
 * exactly half way to where the binary fraction lies that it makes of the amount first.
 */
final class ReferenceRounding {

    /** How many more bits the reference gives numerator and denominator than they need, each. */
    private static final int EXTRA_BITS = 384;

    private ReferenceRounding() {}

    static BigDecimal round(BigDecimal amount, int decimals) {
        if (amount.scale() <= decimals) {
            return amount.setScale(decimals, RoundingMode.UNNECESSARY);
        }
        return amount.setScale(decimals, halfWay(Rational.of(amount)));
    }

    private static RoundingMode halfWay(Rational exact) {
        BigInteger numerator = exact.numerator().abs();
        BigInteger denominator = exact.denominator();
        int bits = numerator.bitLength() + denominator.bitLength() + 2 * EXTRA_BITS;
        BigInteger shifted = numerator.shiftLeft(bits - numerator.bitLength() + denominator.bitLength());
        if (shifted.divide(denominator).bitLength() > bits) {
            shifted = shifted.shiftRight(1);
        }
        BigInteger lost = shifted.mod(denominator);
        if (lost.signum() == 0) {
            return RoundingMode.HALF_EVEN;
        }
        return lost.shiftLeft(1).compareTo(denominator) > 0 ? RoundingMode.HALF_UP : RoundingMode.HALF_DOWN;
    }
}
