package dev.wasmledger.runtime.abi;

import dev.wasmledger.runtime.Trap;

/** What lifting must refuse (CanonicalABI.md, "Loading" and "Flat Lifting"). */
public final class Checks {

    private Checks() {}

    /** The value itself, if it is a Unicode scalar value. */
    public static int character(int codePoint) {
        if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
            throw new Trap("no Unicode scalar value: 0x" + Integer.toHexString(codePoint));
        }
        return codePoint;
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
