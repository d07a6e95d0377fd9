package dev.wasmledger.guest;

import org.teavm.interop.Address;

/**
 * Lists of numbers and bools as Java arrays, and lists of fixed-size records as their bytes. To lift is to copy out of a block
 * that the host allocated and to free the block; to lower is to copy into the {@link Arena}. Lengths count elements.
 */
public final class Lists {

    private Lists() {}

    /** Lifts a {@code list<u8>} or {@code list<s8>} from a {@link Slice}. */
    public static byte[] liftBytes(long slice) {
        return liftBytes(Slice.pointer(slice), Slice.length(slice));
    }

    /** Lifts a {@code list<u8>} or {@code list<s8>}. */
    public static byte[] liftBytes(int pointer, int length) {
        byte[] lifted = new byte[length];
        Address.moveMemoryBlock(Address.fromInt(pointer), Address.ofData(lifted), length);
        Allocator.free(pointer, length, 1);
        return lifted;
    }

    /** Lifts a {@code list<bool>} from a {@link Slice}. */
    public static boolean[] liftBooleans(long slice) {
        return liftBooleans(Slice.pointer(slice), Slice.length(slice));
    }

    /** Lifts a {@code list<bool>}; a host may write any byte but 0 for true. */
    public static boolean[] liftBooleans(int pointer, int length) {
        boolean[] lifted = new boolean[length];
        int i = 0;
        while (i < length) {
            if (length - i >= Long.BYTES && Memory.getLong(pointer + i) == 0) {
                i += Long.BYTES; // All false, as the array is.
            } else {
                lifted[i] = Memory.getByte(pointer + i) != 0;
                i++;
            }
        }
        Allocator.free(pointer, length, 1);
        return lifted;
    }

    /** Lifts a {@code list<u16>} or {@code list<s16>} from a {@link Slice}. */
    public static short[] liftShorts(long slice) {
        return liftShorts(Slice.pointer(slice), Slice.length(slice));
    }

    /** Lifts a {@code list<u16>} or {@code list<s16>}. */
    public static short[] liftShorts(int pointer, int length) {
        short[] lifted = new short[length];
        Address.moveMemoryBlock(Address.fromInt(pointer), Address.ofData(lifted), length * 2);
        Allocator.free(pointer, length * 2, 2);
        return lifted;
    }

    /** Lifts a {@code list<u32>} or {@code list<s32>} from a {@link Slice}. */
    public static int[] liftInts(long slice) {
        return liftInts(Slice.pointer(slice), Slice.length(slice));
    }

    /** Lifts a {@code list<u32>} or {@code list<s32>}. */
    public static int[] liftInts(int pointer, int length) {
        int[] lifted = new int[length];
        Address.moveMemoryBlock(Address.fromInt(pointer), Address.ofData(lifted), length * 4);
        Allocator.free(pointer, length * 4, 4);
        return lifted;
    }

    /** Lifts a {@code list<u64>} or {@code list<s64>} from a {@link Slice}. */
    public static long[] liftLongs(long slice) {
        return liftLongs(Slice.pointer(slice), Slice.length(slice));
    }

    /** Lifts a {@code list<u64>} or {@code list<s64>}. */
    public static long[] liftLongs(int pointer, int length) {
        long[] lifted = new long[length];
        Address.moveMemoryBlock(Address.fromInt(pointer), Address.ofData(lifted), length * 8);
        Allocator.free(pointer, length * 8, 8);
        return lifted;
    }

    /** Lifts a {@code list<f32>} from a {@link Slice}. */
    public static float[] liftFloats(long slice) {
        return liftFloats(Slice.pointer(slice), Slice.length(slice));
    }

    /** Lifts a {@code list<f32>}. */
    public static float[] liftFloats(int pointer, int length) {
        float[] lifted = new float[length];
        Address.moveMemoryBlock(Address.fromInt(pointer), Address.ofData(lifted), length * 4);
        Allocator.free(pointer, length * 4, 4);
        return lifted;
    }

    /** Lifts a {@code list<f64>} from a {@link Slice}. */
    public static double[] liftDoubles(long slice) {
        return liftDoubles(Slice.pointer(slice), Slice.length(slice));
    }

    /** Lifts a {@code list<f64>}. */
    public static double[] liftDoubles(int pointer, int length) {
        double[] lifted = new double[length];
        Address.moveMemoryBlock(Address.fromInt(pointer), Address.ofData(lifted), length * 8);
        Allocator.free(pointer, length * 8, 8);
        return lifted;
    }

    /** Lifts a list of records, elements of that size in bytes, from a {@link Slice}. */
    public static byte[] liftElements(long slice, int elementSize, int alignment) {
        int length = Slice.length(slice) * elementSize;
        byte[] lifted = new byte[length];
        Bytes.read(Slice.pointer(slice), lifted, 0, length);
        Allocator.free(Slice.pointer(slice), length, alignment);
        return lifted;
    }

    /** Lowers the first {@code count} elements, as {@link #liftElements} gives their bytes; gives a {@link Slice}. */
    public static long lowerElements(byte[] bytes, int count, int elementSize, int alignment) {
        int pointer = Arena.allocate(count * elementSize, alignment);
        Bytes.write(pointer, bytes, 0, count * elementSize);
        return Slice.of(pointer, count);
    }

    /** Lowers to a {@code list<u8>} or {@code list<s8>}; gives a {@link Slice}. */
    public static long lower(byte[] values) {
        int pointer = Arena.allocate(values.length, 1);
        Address.moveMemoryBlock(Address.ofData(values), Address.fromInt(pointer), values.length);
        return Slice.of(pointer, values.length);
    }

    /** Lowers to a {@code list<bool>}; gives a {@link Slice}. */
    public static long lower(boolean[] values) {
        int pointer = Arena.allocate(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            Memory.putByte(pointer + i, (byte) (values[i] ? 1 : 0));
        }
        return Slice.of(pointer, values.length);
    }

    /** Lowers to a {@code list<u16>} or {@code list<s16>}; gives a {@link Slice}. */
    public static long lower(short[] values) {
        int pointer = Arena.allocate(values.length * 2, 2);
        Address.moveMemoryBlock(Address.ofData(values), Address.fromInt(pointer), values.length * 2);
        return Slice.of(pointer, values.length);
    }

    /** Lowers to a {@code list<u32>} or {@code list<s32>}; gives a {@link Slice}. */
    public static long lower(int[] values) {
        int pointer = Arena.allocate(values.length * 4, 4);
        Address.moveMemoryBlock(Address.ofData(values), Address.fromInt(pointer), values.length * 4);
        return Slice.of(pointer, values.length);
    }

    /** Lowers to a {@code list<u64>} or {@code list<s64>}; gives a {@link Slice}. */
    public static long lower(long[] values) {
        int pointer = Arena.allocate(values.length * 8, 8);
        Address.moveMemoryBlock(Address.ofData(values), Address.fromInt(pointer), values.length * 8);
        return Slice.of(pointer, values.length);
    }

    /** Lowers to a {@code list<f32>}; gives a {@link Slice}. */
    public static long lower(float[] values) {
        int pointer = Arena.allocate(values.length * 4, 4);
        Address.moveMemoryBlock(Address.ofData(values), Address.fromInt(pointer), values.length * 4);
        return Slice.of(pointer, values.length);
    }

    /** Lowers to a {@code list<f64>}; gives a {@link Slice}. */
    public static long lower(double[] values) {
        int pointer = Arena.allocate(values.length * 8, 8);
        Address.moveMemoryBlock(Address.ofData(values), Address.fromInt(pointer), values.length * 8);
        return Slice.of(pointer, values.length);
    }
}
