package dev.wasmledger.runtime.internal.core;

import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.abi.LinearMemory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A linear memory in one Java array, as long as the memory: so the JVM's own bounds check is WebAssembly's, and copying
 * between two memories is one {@code arraycopy}. Addresses from 2 GiB on are negative as {@code int} and out of bounds.
 */
public abstract class ArrayMemory extends LinearMemory {

    public static final int PAGE_SIZE = 65_536;

    /** Up to so many characters a loop is faster than what Java has for strings in bulk. */
    private static final int SHORT_STRING = 64;

    /** So many characters of a string are unpacked at a time, and are still near when they are encoded. */
    private static final int CHUNK_OF_STRING = 4096;

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private final TrapSite site;
    private byte[] bytes;

    protected ArrayMemory(int initialPages, TrapSite site) {
        this.bytes = new byte[initialPages * PAGE_SIZE];
        this.site = site;
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
    }

    /** The whole memory. Growing replaces the array, so it must not be kept across a call into the guest. */
    public final byte[] bytes() {
        return bytes;
    }

    /** Says whether {@code length} bytes at {@code address}, both unsigned, lie within the memory. */
    public final boolean contains(int address, long length) {
        return Integer.toUnsignedLong(address) + length <= bytes.length;
    }

    @Override
    public final long byteSize() {
        return bytes.length;
    }

    /** Makes the memory longer, or leaves it as it is and answers {@code false} where the heap is too small for it. */
    protected final boolean resize(int pages) {
        try {
            bytes = Arrays.copyOf(bytes, pages * PAGE_SIZE);
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** Gives the bytes back to the heap; every later access traps. */
    public final void free() {
        bytes = new byte[0];
    }

    @Override
    public final byte getByte(int address) {
        try {
            return bytes[address];
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 1);
        }
    }

    @Override
    public final short getShort(int address) {
        try {
            return (short) SHORT.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 2);
        }
    }

    @Override
    public final int getInt(int address) {
        try {
            return (int) INT.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 4);
        }
    }

    @Override
    public final long getLong(int address) {
        try {
            return (long) LONG.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 8);
        }
    }

    @Override
    public final float getFloat(int address) {
        try {
            return (float) FLOAT.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 4);
        }
    }

    @Override
    public final double getDouble(int address) {
        try {
            return (double) DOUBLE.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 8);
        }
    }

    @Override
    public final void putByte(int address, byte value) {
        try {
            bytes[address] = value;
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 1);
        }
    }

    @Override
    public final void putShort(int address, short value) {
        try {
            SHORT.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 2);
        }
    }

    @Override
    public final void putInt(int address, int value) {
        try {
            INT.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 4);
        }
    }

    @Override
    public final void putLong(int address, long value) {
        try {
            LONG.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 8);
        }
    }

    @Override
    public final void putFloat(int address, float value) {
        try {
            FLOAT.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 4);
        }
    }

    @Override
    public final void putDouble(int address, double value) {
        try {
            DOUBLE.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds(address, 8);
        }
    }

    @Override
    public final void read(int address, byte[] target, int offset, int length) {
        requireContains(address, length);
        System.arraycopy(bytes, address, target, offset, length);
    }

    @Override
    public final String decode(int address, int length, Charset charset) {
        requireContains(address, length);
        return new String(bytes, address, length, charset);
    }

    @Override
    public final boolean putAscii(int address, String string) {
        if (string.length() <= SHORT_STRING) {
            return super.putAscii(address, string);
        }
        requireContains(address, string.length());
        CharBuffer units = CharBuffer.allocate(CHUNK_OF_STRING);
        ByteBuffer target = ByteBuffer.wrap(bytes).position(address);
        CharsetEncoder encoder = StandardCharsets.US_ASCII.newEncoder();
        for (int at = 0; at < string.length(); at += CHUNK_OF_STRING) {
            int size = Math.min(CHUNK_OF_STRING, string.length() - at);
            string.getChars(at, at + size, units.array(), 0);
            encoder.encode(units.clear().limit(size), target, false);
            if (units.hasRemaining()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final void write(int address, byte[] source, int offset, int length) {
        requireContains(address, length);
        System.arraycopy(source, offset, bytes, address, length);
    }

    /** Traps unless {@code length} bytes at {@code address}, both unsigned, lie within the memory. */
    protected final void requireContains(int address, int length) {
        if (!contains(address, Integer.toUnsignedLong(length))) {
            throw outOfBounds(address, Integer.toUnsignedLong(length));
        }
    }

    @Override
    public final Trap trap(String reason) {
        return site.trap(reason, null);
    }

    private Trap outOfBounds(int address, long length) {
        return trap("out of bounds memory access: " + length + " bytes at " + Integer.toUnsignedString(address)
                + " of a memory of " + bytes.length);
    }
}
