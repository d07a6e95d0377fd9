package dev.wasmledger.runtime.internal.adapter;

import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.abi.Slice;
import dev.wasmledger.runtime.abi.StringEncoding;
import dev.wasmledger.runtime.internal.core.ArrayMemory;
import dev.wasmledger.runtime.internal.core.Utf8;
import dev.wasmledger.runtime.internal.instance.ResolvedOptions;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Carries strings between memories and encodings, with the calls of {@code realloc} that the specification prescribes
 * (CanonicalABI.md, {@code store_string_into_range}).
 */
final class StringTransfer {

    /** Set in the length of a string in {@link StringEncoding#LATIN1_OR_UTF16} that is UTF-16. */
    private static final int UTF16_TAG = 1 << 31;

    private StringTransfer() {}

    static long copy(ResolvedOptions from, ResolvedOptions to, int pointer, int length) {
        if (from.stringEncoding() == StringEncoding.UTF8 && to.stringEncoding() == StringEncoding.UTF8) {
            return copyUtf8(from, to, pointer, length);
        }
        return transcode(from, to, pointer, length);
    }

    private static long copyUtf8(ResolvedOptions from, ResolvedOptions to, int pointer, int length) {
        check(from, pointer, Integer.toUnsignedLong(length), 1);
        int target = to.realloc(0, 0, 1, length);
        // The arrays only now: realloc can make either memory longer, where components share one.
        if (!Utf8.copy(from.memory().bytes(), pointer, to.memory().bytes(), target, length)) {
            throw from.trap("invalid utf-8 encoding of a string");
        }
        return Slice.of(target, length);
    }

    private static long transcode(ResolvedOptions from, ResolvedOptions to, int pointer, int length) {
        StringEncoding encoding = from.stringEncoding();
        boolean tagged = encoding == StringEncoding.LATIN1_OR_UTF16 && (length & UTF16_TAG) != 0;
        int units = tagged ? length ^ UTF16_TAG : length;
        String string = switch (encoding) {
            case UTF8 -> decode(from, pointer, units, 1, 1, StandardCharsets.UTF_8);
            case UTF16 -> decode(from, pointer, units, 2, 2, StandardCharsets.UTF_16LE);
            case LATIN1_OR_UTF16 ->
                tagged
                        ? decode(from, pointer, units, 2, 2, StandardCharsets.UTF_16LE)
                        : decode(from, pointer, units, 1, 2, StandardCharsets.ISO_8859_1);
        };
        boolean latin1 = encoding == StringEncoding.LATIN1_OR_UTF16 && !tagged;
        return switch (to.stringEncoding()) {
            case UTF8 -> storeUtf8(to, string, units, latin1 ? 2 * units : 3 * units);
            case UTF16 -> storeUtf16(to, string, encoding == StringEncoding.UTF8 ? 2 * units : 2 * string.length());
            case LATIN1_OR_UTF16 -> {
                if (latin1) {
                    yield Slice.of(place(to, string, StandardCharsets.ISO_8859_1, 2), units);
                }
                yield tagged ? storeProbablyUtf16(to, string) : storeLatin1OrUtf16(to, string, units);
            }
        };
    }

    /** {@code store_string_to_utf8}: hopes for ASCII, takes the worst case when disappointed, gives back the rest. */
    private static long storeUtf8(ResolvedOptions to, String string, int units, int worstCase) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        int pointer = to.realloc(0, 0, 1, units);
        int ascii = asciiPrefix(string);
        to.memory().write(pointer, bytes, 0, ascii);
        if (ascii < string.length()) {
            pointer = to.realloc(pointer, units, 1, worstCase);
            to.memory().write(pointer + ascii, bytes, ascii, bytes.length - ascii);
            if (worstCase > bytes.length) {
                pointer = to.realloc(pointer, worstCase, 1, bytes.length);
            }
        }
        return Slice.of(pointer, bytes.length);
    }

    /** {@code store_utf8_to_utf16}, and {@code store_string_copy} where the size is known beforehand. */
    private static long storeUtf16(ResolvedOptions to, String string, int worstCase) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_16LE);
        int pointer = to.realloc(0, 0, 2, worstCase);
        to.memory().write(pointer, bytes, 0, bytes.length);
        if (bytes.length < worstCase) {
            pointer = to.realloc(pointer, worstCase, 2, bytes.length);
        }
        return Slice.of(pointer, bytes.length / 2);
    }

    /** {@code store_string_to_latin1_or_utf16}. */
    private static long storeLatin1OrUtf16(ResolvedOptions to, String string, int units) {
        int pointer = to.realloc(0, 0, 2, units);
        int latin1 = latin1Prefix(string);
        ArrayMemory memory = to.memory();
        memory.write(pointer, string.substring(0, latin1).getBytes(StandardCharsets.ISO_8859_1), 0, latin1);
        if (latin1 == string.length()) {
            if (latin1 < units) {
                pointer = to.realloc(pointer, units, 2, latin1);
            }
            return Slice.of(pointer, latin1);
        }
        int worstCase = 2 * units;
        byte[] bytes = string.getBytes(StandardCharsets.UTF_16LE);
        pointer = to.realloc(pointer, units, 2, worstCase);
        memory.write(pointer, bytes, 0, bytes.length);
        if (worstCase > bytes.length) {
            pointer = to.realloc(pointer, worstCase, 2, bytes.length);
        }
        return Slice.of(pointer, (bytes.length / 2) | UTF16_TAG);
    }

    /** {@code store_probably_utf16_to_latin1_or_utf16}. */
    private static long storeProbablyUtf16(ResolvedOptions to, String string) {
        int pointer = place(to, string, StandardCharsets.UTF_16LE, 2);
        if (latin1Prefix(string) < string.length()) {
            return Slice.of(pointer, string.length() | UTF16_TAG);
        }
        byte[] bytes = string.getBytes(StandardCharsets.ISO_8859_1);
        to.memory().write(pointer, bytes, 0, bytes.length);
        pointer = to.realloc(pointer, 2 * bytes.length, 1, bytes.length);
        return Slice.of(pointer, bytes.length);
    }

    private static int place(ResolvedOptions to, String string, Charset charset, int alignment) {
        byte[] bytes = string.getBytes(charset);
        int pointer = to.realloc(0, 0, alignment, bytes.length);
        to.memory().write(pointer, bytes, 0, bytes.length);
        return pointer;
    }

    private static String decode(
            ResolvedOptions from, int pointer, int units, int unitSize, int alignment, Charset charset) {
        long bytes = Integer.toUnsignedLong(units) * unitSize;
        check(from, pointer, bytes, alignment);
        try {
            CharBuffer decoded =
                    charset.newDecoder().decode(ByteBuffer.wrap(from.memory().bytes(), pointer, (int) bytes));
            return decoded.toString();
        } catch (CharacterCodingException e) {
            throw from.trap("invalid " + (unitSize == 2 ? "utf-16" : "utf-8") + " encoding of a string");
        }
    }

    private static void check(ResolvedOptions from, int pointer, long bytes, int alignment) {
        if (bytes > Limits.MAX_STRING_BYTES) {
            throw from.trap("string too long: " + bytes + " bytes");
        }
        if ((pointer & (alignment - 1)) != 0) {
            throw from.trap(
                    "unaligned pointer: " + Integer.toUnsignedString(pointer) + " to a string aligned to " + alignment);
        }
        if (!from.memory().contains(pointer, bytes)) {
            throw from.trap(
                    "string content out-of-bounds: " + bytes + " bytes at " + Integer.toUnsignedString(pointer));
        }
    }

    private static int asciiPrefix(String string) {
        int at = 0;
        while (at < string.length() && string.charAt(at) < 0x80) {
            at++;
        }
        return at;
    }

    private static int latin1Prefix(String string) {
        int at = 0;
        while (at < string.length() && string.charAt(at) < 0x100) {
            at++;
        }
        return at;
    }
}
