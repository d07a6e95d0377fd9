package dev.wasmledger.guest;

import org.teavm.interop.Address;

/** Reads and writes single values in linear memory. Values are little-endian; an access outside the memory traps. */
public final class Memory {

    private Memory() {}

    public static byte getByte(int address) {
        return Address.fromInt(address).getByte();
    }

    public static short getShort(int address) {
        return Address.fromInt(address).getShort();
    }

    public static int getInt(int address) {
        return Address.fromInt(address).getInt();
    }

    public static long getLong(int address) {
        return Address.fromInt(address).getLong();
    }

    public static float getFloat(int address) {
        return Address.fromInt(address).getFloat();
    }

    public static double getDouble(int address) {
        return Address.fromInt(address).getDouble();
    }

    public static void putByte(int address, byte value) {
        Address.fromInt(address).putByte(value);
    }

    public static void putShort(int address, short value) {
        Address.fromInt(address).putShort(value);
    }

    public static void putInt(int address, int value) {
        Address.fromInt(address).putInt(value);
    }

    public static void putLong(int address, long value) {
        Address.fromInt(address).putLong(value);
    }

    public static void putFloat(int address, float value) {
        Address.fromInt(address).putFloat(value);
    }

    public static void putDouble(int address, double value) {
        Address.fromInt(address).putDouble(value);
    }
}
