package dev.wasmledger.cli.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A fraction in lowest terms: what a price is that comes from dividing two amounts.
 *
 * @param numerator any number
 * @param denominator greater than zero
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    /** The quotient of two decimals; the divisor is not zero. */
    static Rational quotient(BigDecimal dividend, BigDecimal divisor) {
        int scale = Math.max(dividend.scale(), divisor.scale());
        BigInteger above = dividend.setScale(scale).unscaledValue();
        BigInteger below = divisor.setScale(scale).unscaledValue();
        BigInteger common = above.gcd(below);
        if (below.signum() < 0) {
            common = common.negate();
        }
        return new Rational(above.divide(common), below.divide(common));
    }

    static Rational of(BigDecimal value) {
        return quotient(value, BigDecimal.ONE);
    }

    Rational abs() {
        return new Rational(numerator.abs(), denominator);
    }

    /** Rounded to so many decimals, half to even. */
    BigDecimal toDecimal(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
