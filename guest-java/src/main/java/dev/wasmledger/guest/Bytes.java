package dev.wasmledger.guest;

import dev.wasmledger.guest.internal.Machine;
import java.util.Arrays;
import java.util.Objects;
import org.teavm.interop.Address;
import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;

/**
 * Reads and writes single values in bytes of the Java heap that were copied out of a block of shared memory, or are to be
 * copied into one. Values are little-endian; offsets are bytes, and in a guest they are not checked. On a JVM, where a
 * guest's tests run, all this works too, only slower.
 */
public final class Bytes {

    private Bytes() {}

    public static byte getByte(byte[] bytes, int offset) {
        return isGuest() ? at(bytes, offset).getByte() : bytes[offset];
    }

    public static short getShort(byte[] bytes, int offset) {
        return isGuest() ? at(bytes, offset).getShort() : (short) get(bytes, offset, Short.BYTES);
    }

    public static int getInt(byte[] bytes, int offset) {
        return isGuest() ? at(bytes, offset).getInt() : (int) get(bytes, offset, Integer.BYTES);
    }

    public static long getLong(byte[] bytes, int offset) {
        return isGuest() ? at(bytes, offset).getLong() : get(bytes, offset, Long.BYTES);
    }

    public static float getFloat(byte[] bytes, int offset) {
        return Float.intBitsToFloat(getInt(bytes, offset));
    }

    public static double getDouble(byte[] bytes, int offset) {
        return Double.longBitsToDouble(getLong(bytes, offset));
    }

    public static void putByte(byte[] bytes, int offset, byte value) {
        if (isGuest()) {
            at(bytes, offset).putByte(value);
        } else {
            bytes[offset] = value;
        }
    }

    public static void putShort(byte[] bytes, int offset, short value) {
        if (isGuest()) {
            at(bytes, offset).putShort(value);
        } else {
            put(bytes, offset, Short.BYTES, value);
        }
    }

    public static void putInt(byte[] bytes, int offset, int value) {
        if (isGuest()) {
            at(bytes, offset).putInt(value);
        } else {
            put(bytes, offset, Integer.BYTES, value);
        }
    }

    public static void putLong(byte[] bytes, int offset, long value) {
        if (isGuest()) {
            at(bytes, offset).putLong(value);
        } else {
            put(bytes, offset, Long.BYTES, value);
        }
    }

    public static void putFloat(byte[] bytes, int offset, float value) {
        putInt(bytes, offset, Float.floatToRawIntBits(value));
    }

    public static void putDouble(byte[] bytes, int offset, double value) {
        putLong(bytes, offset, Double.doubleToRawLongBits(value));
    }

    /**
     * Where an element of a list begins. There must be such an element: any other index is an
     * {@link IndexOutOfBoundsException} on a JVM, and a trap in a guest, where it is looked at so often that an
     * exception, which every method between the place and its catcher has to know of, takes too much room.
     *
     * @param width what each of the {@code size} elements takes, in bytes
     */
    public static int offset(int index, int size, int width) {
        if (!isGuest()) {
            Objects.checkIndex(index, size);
        } else if (!Address.fromInt(index).isLessThan(Address.fromInt(size))) {
            Machine.trap();
        }
        return index * width;
    }

    /** There must be so many bytes from that offset on: what happens otherwise is what {@link #offset} says. */
    public static void check(byte[] bytes, int offset, int length) {
        if (!isGuest()) {
            Objects.checkFromIndexSize(offset, length, bytes.length);
        } else if ((offset | length) < 0 || length > bytes.length - offset) {
            Machine.trap();
        }
    }

    /** Copies bytes of one array to another, or to another place of the same one. */
    public static void copy(byte[] source, int from, byte[] target, int to, int length) {
        if (isGuest()) {
            Address.moveMemoryBlock(at(source, from), at(target, to), length);
        } else {
            System.arraycopy(source, from, target, to, length);
        }
    }

    /** A copy of twice the length, and of {@code least} bytes at least, with zeros behind the bytes that there were. */
    public static byte[] grow(byte[] bytes, int least) {
        byte[] grown = new byte[Math.max(Math.multiplyExact(bytes.length, 2), least)];
        copy(bytes, 0, grown, 0, bytes.length); // TeaVM's Arrays.copyOf goes from byte to byte.
        return grown;
    }

    /** Sets {@code length} bytes to zero, from an offset on. */
    public static void clear(byte[] bytes, int offset, int length) {
        if (isGuest()) {
            Address.fillZero(at(bytes, offset), length);
        } else {
            Arrays.fill(bytes, offset, offset + length, (byte) 0);
        }
    }

    /** Copies bytes out of shared memory. */
    public static void read(int address, byte[] bytes, int offset, int length) {
        Address.moveMemoryBlock(Address.fromInt(address), at(bytes, offset), length);
    }

    /** Copies bytes into shared memory. */
    public static void write(int address, byte[] bytes, int offset, int length) {
        Address.moveMemoryBlock(at(bytes, offset), Address.fromInt(address), length);
    }

    /** To be used at once: the collector may move the array when something is allocated. */
    private static Address at(byte[] bytes, int offset) {
        return Address.ofData(bytes).add(offset);
    }

    /** TeaVM puts {@code true} in its place. */
    @PlatformMarker(Platforms.WEBASSEMBLY)
    private static boolean isGuest() {
        return false;
    }

    private static long get(byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = (value << Byte.SIZE) | (bytes[offset + i] & 0xff);
        }
        return value;
    }

    private static void put(byte[] bytes, int offset, int length, long value) {
        for (int i = 0; i < length; i++) {
            bytes[offset + i] = (byte) (value >> (i * Byte.SIZE));
        }
    }
}
