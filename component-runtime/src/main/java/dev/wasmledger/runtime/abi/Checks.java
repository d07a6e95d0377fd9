package dev.wasmledger.runtime.abi;

import dev.wasmledger.runtime.Trap;

/** What lifting must refuse (CanonicalABI.md, "Loading" and "Flat Lifting"). */
public final class Checks {

    private Checks() {}

    /** The value itself, if it is a Unicode scalar value. */
    public static int character(int codePoint) {
        if (!isScalarValue(codePoint)) {
            throw new Trap("no Unicode scalar value: 0x" + Integer.toHexString(codePoint));
        }
        return codePoint;
    }

    /**
     * The same for a value that a host gives.
     *
     * @throws IllegalArgumentException if it is no Unicode scalar value
     */
    public static int scalarValue(int codePoint) {
        if (!isScalarValue(codePoint)) {
            throw new IllegalArgumentException("no Unicode scalar value: 0x" + Integer.toHexString(codePoint));
        }
        return codePoint;
    }

    private static boolean isScalarValue(int codePoint) {
        return codePoint >= 0
                && codePoint <= Character.MAX_CODE_POINT
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    /** The number itself, or the one NaN that a component's values have (CanonicalABI.md, {@code canonicalize_nan32}). */
    public static float canonical(float value) {
        return Float.isNaN(value) ? Float.NaN : value;
    }

    /** As for {@code float}. */
    public static double canonical(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }

    /** The discriminant itself, if there is a case for it. */
    public static int discriminant(int discriminant, int cases) {
        if (Integer.compareUnsigned(discriminant, cases) >= 0) {
            throw noSuchCase(discriminant);
        }
        return discriminant;
    }

    /** Whether the discriminant of an {@code option} says {@code some}. */
    public static boolean some(int discriminant) {
        return discriminant(discriminant, 2) == 1;
    }

    /** To be thrown where no case has that discriminant. */
    public static Trap noSuchCase(int discriminant) {
        return new Trap("no case has the discriminant " + Integer.toUnsignedString(discriminant));
    }

    /** The pointer itself, if it is a multiple of the alignment, a power of two. */
    public static int aligned(int pointer, int alignment) {
        if ((pointer & (alignment - 1)) != 0) {
            throw new Trap("a pointer is not aligned to " + alignment + ": " + Integer.toUnsignedString(pointer));
        }
        return pointer;
    }
}
