package dev.wasmledger.runtime.abi;

/**
 * Where a string or list lies in linear memory: its pointer in the low half of a {@code long}, its length (as the
 * canonical ABI counts it) in the high half. That is how the pair lies in memory, so that one {@code long} access reads
 * or writes it, and a method can return it without allocating.
 */
public final class Slice {

    private Slice() {}

    public static long of(int pointer, int length) {
        return ((long) length << 32) | (pointer & 0xffff_ffffL);
    }

    public static int pointer(long slice) {
        return (int) slice;
    }

    /** The length, unsigned. */
    public static int length(long slice) {
        return (int) (slice >>> 32);
    }
}
