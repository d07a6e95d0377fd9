package dev.wasmledger.guest;

import java.util.Optional;

/**
 * A number from 0 to 2^128 - 1, for guests to calculate with. WIT has no such type: interfaces carry it as a record of
 * two {@code u64}, whose halves come in through {@link #of} and go out through {@link #low} and {@link #high}.
 *
 * @param low the lower 64 bits, unsigned
 * @param high the upper 64 bits, unsigned
 */
public record UInt128(long low, long high) implements Comparable<UInt128> {

    public static final UInt128 ZERO = new UInt128(0, 0);
    public static final UInt128 MAX = new UInt128(-1, -1);

    /** 2^128 - 1 has 39 decimal digits. */
    private static final int GREATEST_DIGITS = 39;

    private static final int BILLION = 1_000_000_000;
    private static final int BILLION_DIGITS = 9;
    private static final long LOW_32 = 0xffff_ffffL;

    /** The number whose halves these are. */
    public static UInt128 of(long low, long high) {
        return new UInt128(low, high);
    }

    /** Reads decimal digits; empty where the text is anything else, or greater than {@link #MAX}. */
    public static Optional<UInt128> parse(String text) {
        if (text.isEmpty() || text.length() > GREATEST_DIGITS) {
            return Optional.empty();
        }
        Optional<UInt128> value = Optional.of(ZERO);
        for (int i = 0; i < text.length() && value.isPresent(); i++) {
            char digit = text.charAt(i);
            value = digit < '0' || digit > '9' ? Optional.empty() : value.get().timesTenPlus(digit - '0');
        }
        return value;
    }

    /** The sum; empty where it is greater than {@link #MAX}. */
    public Optional<UInt128> plus(UInt128 other) {
        long lowSum = low + other.low;
        long carry = Long.compareUnsigned(lowSum, low) < 0 ? 1 : 0;
        long partSum = high + other.high;
        long highSum = partSum + carry;
        boolean overflows = Long.compareUnsigned(partSum, high) < 0 || Long.compareUnsigned(highSum, partSum) < 0;
        return overflows ? Optional.empty() : Optional.of(new UInt128(lowSum, highSum));
    }

    public boolean isZero() {
        return (low | high) == 0;
    }

    public boolean isGreaterThan(UInt128 other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(UInt128 other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Spreads numbers that differ in few bits, as counted ids do. */
    @Override
    public int hashCode() {
        long mixed = (low ^ (high * 0x9e37_79b9_7f4a_7c15L)) * 0xbf58_476d_1ce4_e5b9L;
        return (int) (mixed ^ (mixed >>> 32));
    }

    /** In decimal digits. */
    @Override
    public String toString() {
        long[] limbs = {high >>> 32, high & LOW_32, low >>> 32, low & LOW_32};
        String digits = "";
        while (!isZero(limbs)) {
            String group = Long.toString(divideByBillion(limbs));
            boolean isLeading = isZero(limbs);
            digits = (isLeading ? group : "0".repeat(BILLION_DIGITS - group.length()) + group) + digits;
        }
        return digits.isEmpty() ? "0" : digits;
    }

    private Optional<UInt128> timesTenPlus(int digit) {
        return plus(this)
                .flatMap(two -> two.plus(two))
                .flatMap(four -> four.plus(this))
                .flatMap(five -> five.plus(five))
                .flatMap(ten -> ten.plus(new UInt128(digit, 0)));
    }

    /** Divides 32-bit limbs, the greatest first, in place; gives the remainder. */
    private static long divideByBillion(long[] limbs) {
        long remainder = 0;
        for (int i = 0; i < limbs.length; i++) {
            long dividend = (remainder << 32) | limbs[i];
            limbs[i] = dividend / BILLION;
            remainder = dividend % BILLION;
        }
        return remainder;
    }

    private static boolean isZero(long[] limbs) {
        return (limbs[0] | limbs[1] | limbs[2] | limbs[3]) == 0;
    }
}
