package dev.wasmledger.runtime.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads and writes single values in bytes that were copied out of a linear memory, or are to be copied into one. Values are
 * little-endian; offsets are bytes, and an access outside the array throws an {@link IndexOutOfBoundsException}.
 */
public final class Bytes {

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle FLOATS = view(float[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private Bytes() {}

    public static byte getByte(byte[] bytes, int offset) {
        return bytes[offset];
    }

    public static short getShort(byte[] bytes, int offset) {
        return (short) SHORTS.get(bytes, offset);
    }

    public static int getInt(byte[] bytes, int offset) {
        return (int) INTS.get(bytes, offset);
    }

    public static long getLong(byte[] bytes, int offset) {
        return (long) LONGS.get(bytes, offset);
    }

    public static float getFloat(byte[] bytes, int offset) {
        return (float) FLOATS.get(bytes, offset);
    }

    public static double getDouble(byte[] bytes, int offset) {
        return (double) DOUBLES.get(bytes, offset);
    }

    public static void putByte(byte[] bytes, int offset, byte value) {
        bytes[offset] = value;
    }

    public static void putShort(byte[] bytes, int offset, short value) {
        SHORTS.set(bytes, offset, value);
    }

    public static void putInt(byte[] bytes, int offset, int value) {
        INTS.set(bytes, offset, value);
    }

    public static void putLong(byte[] bytes, int offset, long value) {
        LONGS.set(bytes, offset, value);
    }

    public static void putFloat(byte[] bytes, int offset, float value) {
        FLOATS.set(bytes, offset, value);
    }

    public static void putDouble(byte[] bytes, int offset, double value) {
        DOUBLES.set(bytes, offset, value);
    }

    /**
     * Where an element of a list begins.
     *
     * @param width what each of the {@code size} elements takes, in bytes
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public static int offset(int index, int size, int width) {
        return Objects.checkIndex(index, size) * width;
    }

    /** Copies bytes of one array to another, or to another place of the same one. */
    public static void copy(byte[] source, int from, byte[] target, int to, int length) {
        System.arraycopy(source, from, target, to, length);
    }

    /** A copy of twice the length, and of {@code least} bytes at least, with zeros behind the bytes that there were. */
    public static byte[] grow(byte[] bytes, int least) {
        return Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), least));
    }

    /**
     * Makes sure that there are so many bytes from an offset on.
     *
     * @throws IndexOutOfBoundsException if there are not
     */
    public static void check(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
    }

    /** Sets {@code length} bytes to zero, from an offset on. */
    public static void clear(byte[] bytes, int offset, int length) {
        Arrays.fill(bytes, offset, offset + length, (byte) 0);
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }
}
