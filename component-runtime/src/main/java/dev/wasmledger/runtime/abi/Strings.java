package dev.wasmledger.runtime.abi;

import dev.wasmledger.runtime.Limits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strings between Java and linear memory (CanonicalABI.md, "load_string" and "store_string"). */
public final class Strings {

    /** Set in the length of a string in {@link StringEncoding#LATIN1_OR_UTF16} that is UTF-16. */
    private static final int UTF16_TAG = 1 << 31;

    /** What Java decodes malformed bytes to. */
    private static final char REPLACEMENT = '\uFFFD';

    private Strings() {}

    /** Reads the string that a {@link Slice} points at. */
    public static String lift(CanonicalOptions options, long slice) {
        return lift(options, Slice.pointer(slice), Slice.length(slice));
    }

    /**
     * Reads a string. Traps where it is misplaced, too long or not well formed.
     *
     * @param length code units of the options' encoding, tagged where that is {@link StringEncoding#LATIN1_OR_UTF16}
     */
    public static String lift(CanonicalOptions options, int pointer, int length) {
        return switch (options.stringEncoding()) {
            case UTF8 -> liftUtf8(options, pointer, length);
            case UTF16 -> decode(options, read(options, pointer, length, 2, 2), StandardCharsets.UTF_16LE);
            case LATIN1_OR_UTF16 ->
                (length & UTF16_TAG) != 0
                        ? decode(options, read(options, pointer, length ^ UTF16_TAG, 2, 2), StandardCharsets.UTF_16LE)
                        : new String(read(options, pointer, length, 1, 2), StandardCharsets.ISO_8859_1);
        };
    }

    /**
     * Writes a string to memory that it allocates.
     *
     * @return its {@link Slice}
     * @throws IllegalArgumentException if it holds a lone surrogate: the component model's strings cannot
     */
    public static long lower(CanonicalOptions options, String string) {
        return switch (options.stringEncoding()) {
            case UTF8 -> lowerUtf8(options, string);
            case UTF16 -> write(options, encode(string, StandardCharsets.UTF_16LE), 2, string.length());
            case LATIN1_OR_UTF16 ->
                StandardCharsets.ISO_8859_1.newEncoder().canEncode(string)
                        ? write(options, string.getBytes(StandardCharsets.ISO_8859_1), 2, string.length())
                        : write(options, encode(string, StandardCharsets.UTF_16LE), 2, string.length() | UTF16_TAG);
        };
    }

    /** Whether {@link #lower} takes that string: it is short enough and holds no lone surrogate. */
    public static boolean canLower(String string) {
        if (string.length() > Limits.MAX_STRING_BYTES / 3) {
            return false;
        }
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean pair = Character.isHighSurrogate(unit)
                        && i + 1 < string.length()
                        && Character.isLowSurrogate(string.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String liftUtf8(CanonicalOptions options, int pointer, int length) {
        check(options, pointer, Integer.toUnsignedLong(length), 1);
        String string = options.memory().decode(pointer, length, StandardCharsets.UTF_8);
        // Java puts U+FFFD where bytes are malformed; only where one stands, that must be told from one that was sent.
        return string.indexOf(REPLACEMENT) < 0
                ? string
                : decode(options, read(options, pointer, length, 1, 1), StandardCharsets.UTF_8);
    }

    /** {@code store_string_to_utf8}: hopes for ASCII, which has a byte for each character, and takes more when disappointed. */
    private static long lowerUtf8(CanonicalOptions options, String string) {
        int length = string.length();
        int pointer = Lists.allocate(options, length, 1, 1);
        if (options.memory().putAscii(pointer, string)) {
            return Slice.of(pointer, length);
        }
        byte[] bytes = encode(string, StandardCharsets.UTF_8);
        if (bytes.length > Limits.MAX_STRING_BYTES) {
            throw new IllegalArgumentException("a string of " + bytes.length + " bytes is too long");
        }
        int grown = options.realloc(pointer, length, 1, bytes.length);
        options.memory().write(grown, bytes, 0, bytes.length);
        return Slice.of(grown, bytes.length);
    }

    private static byte[] read(CanonicalOptions options, int pointer, int units, int unitSize, int alignment) {
        long byteLength = Integer.toUnsignedLong(units) * unitSize;
        check(options, pointer, byteLength, alignment);
        byte[] bytes = new byte[(int) byteLength];
        options.memory().read(pointer, bytes, 0, bytes.length);
        return bytes;
    }

    private static void check(CanonicalOptions options, int pointer, long byteLength, int alignment) {
        if (byteLength > Limits.MAX_STRING_BYTES) {
            throw options.trap("string too long: " + byteLength + " bytes");
        }
        if ((pointer & (alignment - 1)) != 0) {
            throw options.trap(
                    "unaligned pointer: " + Integer.toUnsignedString(pointer) + " to a string aligned to " + alignment);
        }
        if (Integer.toUnsignedLong(pointer) + byteLength > options.memory().byteSize()) {
            throw options.trap("string pointer/length out of bounds of memory: " + byteLength + " bytes at "
                    + Integer.toUnsignedString(pointer));
        }
    }

    private static long write(CanonicalOptions options, byte[] bytes, int alignment, int length) {
        int pointer = Lists.allocate(options, bytes.length, 1, alignment);
        options.memory().write(pointer, bytes, 0, bytes.length);
        return Slice.of(pointer, length);
    }

    private static String decode(CanonicalOptions options, byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw options.trap("invalid " + (charset.equals(StandardCharsets.UTF_8) ? "utf-8" : "utf-16")
                    + " encoding of a string: incomplete or illegal sequence");
        }
    }

    private static byte[] encode(String string, Charset charset) {
        if (string.length() > Limits.MAX_STRING_BYTES) {
            throw new IllegalArgumentException("a string of " + string.length() + " characters is too long");
        }
        try {
            ByteBuffer encoded = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(string));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("a string with a lone surrogate cannot cross", malformed);
        }
    }
}
