package dev.wasmledger.runtime.abi;

import dev.wasmledger.runtime.Trap;
import java.nio.charset.Charset;

/**
 * A component's linear memory. Addresses and lengths are unsigned 32-bit numbers carried in an {@code int}; values are
 * little-endian. Every access outside the memory's present size traps.
 */
public abstract class LinearMemory {

    private static final int MAX_ASCII = 0x7f;

    /** The present size in bytes. */
    public abstract long byteSize();

    public abstract byte getByte(int address);

    public abstract short getShort(int address);

    public abstract int getInt(int address);

    public abstract long getLong(int address);

    public abstract float getFloat(int address);

    public abstract double getDouble(int address);

    public abstract void putByte(int address, byte value);

    public abstract void putShort(int address, short value);

    public abstract void putInt(int address, int value);

    public abstract void putLong(int address, long value);

    public abstract void putFloat(int address, float value);

    public abstract void putDouble(int address, double value);

    /** Copies {@code length} bytes out of the memory. */
    public abstract void read(int address, byte[] target, int offset, int length);

    /** Copies {@code length} bytes into the memory. */
    public abstract void write(int address, byte[] source, int offset, int length);

    /**
     * A trap that names the component and function that are running, for the caller to throw; the instance is locked
     * down from now on.
     *
     * @param reason what was wrong with what lies in this memory
     */
    public abstract Trap trap(String reason);

    /** The text that bytes of the memory stand for, as Java's constructor of strings decodes them. */
    public String decode(int address, int length, Charset charset) {
        byte[] bytes = new byte[length];
        read(address, bytes, 0, length);
        return new String(bytes, charset);
    }

    /**
     * Writes a string of which ASCII is hoped for, a byte for each character.
     *
     * @return whether it is all ASCII; if not, some of it may have been written
     */
    public boolean putAscii(int address, String string) {
        int seen = 0;
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            seen |= unit;
            putByte(address + i, (byte) unit);
        }
        return seen <= MAX_ASCII;
    }
}
