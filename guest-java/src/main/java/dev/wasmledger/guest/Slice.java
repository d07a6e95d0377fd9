package dev.wasmledger.guest;

/** A pointer and a length in one {@code long}, so that giving both back allocates nothing. */
public final class Slice {

    private Slice() {}

    /** The slice at {@code pointer}; its length counts elements, bytes for a string. */
    public static long of(int pointer, int length) {
        return ((long) length << 32) | (pointer & 0xffff_ffffL);
    }

    /** Where the slice begins. */
    public static int pointer(long slice) {
        return (int) slice;
    }

    /** How many elements the slice has. */
    public static int length(long slice) {
        return (int) (slice >>> 32);
    }
}
