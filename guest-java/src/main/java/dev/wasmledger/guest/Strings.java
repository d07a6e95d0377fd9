package dev.wasmledger.guest;

import org.teavm.interop.Address;

/**
 * Strings as UTF-8, the encoding that guests declare. To lift is to copy out of a block that the host allocated and to
 * free the block; to lower is to copy into the {@link Arena}.
 */
public final class Strings {

    private static final char REPLACEMENT = '\uFFFD';

    private Strings() {}

    /** Lifts a string from a {@link Slice} in bytes. */
    public static String lift(long slice) {
        return lift(Slice.pointer(slice), Slice.length(slice));
    }

    /**
     * Lifts a string. The bytes are valid UTF-8: who lowered them into this memory has checked that (CanonicalABI.md,
     * "store_string").
     *
     * @param pointer where it begins
     * @param length in bytes
     */
    public static String lift(int pointer, int length) {
        char[] units = new char[length];
        int count = 0;
        int address = pointer;
        while (address < pointer + length) {
            int lead = Address.fromInt(address).getByte() & 0xff;
            if (lead < 0x80) {
                units[count++] = (char) lead;
                address += 1;
            } else if (lead < 0xe0) {
                units[count++] = (char) (((lead & 0x1f) << 6) | continuation(address + 1));
                address += 2;
            } else if (lead < 0xf0) {
                units[count++] =
                        (char) (((lead & 0x0f) << 12) | (continuation(address + 1) << 6) | continuation(address + 2));
                address += 3;
            } else {
                int codePoint = ((lead & 0x07) << 18)
                        | (continuation(address + 1) << 12)
                        | (continuation(address + 2) << 6)
                        | continuation(address + 3);
                units[count++] = Character.highSurrogate(codePoint);
                units[count++] = Character.lowSurrogate(codePoint);
                address += 4;
            }
        }
        Allocator.free(pointer, length, 1);
        return new String(units, 0, count);
    }

    /** Lowers a string; gives a {@link Slice} in bytes. A surrogate without its partner becomes U+FFFD. */
    public static long lower(String text) {
        int length = encodedLength(text);
        int pointer = Arena.allocate(length, 1);
        int address = pointer;
        for (int i = 0; i < text.length(); i++) {
            int codePoint = codePointAt(text, i);
            if (codePoint >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                i++;
            }
            address = encode(codePoint, address);
        }
        return Slice.of(pointer, length);
    }

    private static int continuation(int address) {
        return Address.fromInt(address).getByte() & 0x3f;
    }

    private static int encodedLength(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int codePoint = codePointAt(text, i);
            if (codePoint >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                i++;
                length += 4;
            } else {
                length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : 3;
            }
        }
        return length;
    }

    private static int codePointAt(String text, int index) {
        char unit = text.charAt(index);
        if (!Character.isSurrogate(unit)) {
            return unit;
        }
        if (Character.isHighSurrogate(unit) && index + 1 < text.length()) {
            char low = text.charAt(index + 1);
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(unit, low);
            }
        }
        return REPLACEMENT;
    }

    /** Writes one code point; gives the address behind it. */
    private static int encode(int codePoint, int address) {
        if (codePoint < 0x80) {
            return put(address, codePoint);
        }
        if (codePoint < 0x800) {
            return trail(codePoint, 0, put(address, 0xc0 | (codePoint >> 6)));
        }
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            int second = put(address, 0xe0 | (codePoint >> 12));
            return trail(codePoint, 0, trail(codePoint, 6, second));
        }
        int second = put(address, 0xf0 | (codePoint >> 18));
        return trail(codePoint, 0, trail(codePoint, 6, trail(codePoint, 12, second)));
    }

    /** Writes the continuation byte of the six bits from {@code shift} on. */
    private static int trail(int codePoint, int shift, int address) {
        return put(address, 0x80 | ((codePoint >> shift) & 0x3f));
    }

    private static int put(int address, int value) {
        Address.fromInt(address).putByte((byte) value);
        return address + 1;
    }
}
