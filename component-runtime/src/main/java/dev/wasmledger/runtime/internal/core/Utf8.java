package dev.wasmledger.runtime.internal.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Validates and copies UTF-8 (Unicode, table 3-7: shortest forms only, no surrogates, up to U+10FFFF). */
public final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /** Up to so many bytes moving them one by one is faster than {@code arraycopy}. */
    private static final int SHORT = 4 * Long.BYTES;

    /** So much is copied and then looked at while it is near. */
    private static final int CHUNK = 8192;

    /** So many bytes are looked at in one go. */
    private static final int BLOCK = 8 * Long.BYTES;

    private Utf8() {}

    /**
     * Copies bytes that lie within both arrays, if they are valid; says whether they are. Where they are not, some may
     * have been copied.
     */
    public static boolean copy(byte[] source, int from, byte[] target, int to, int length) {
        if (length > SHORT) {
            return copyLong(source, from, target, to, length);
        }
        // Without loops, whose preparation would cost more than all the rest: the pieces overlap.
        long seen;
        if (length > 2 * Long.BYTES) {
            int half = Math.min(length - 2 * Long.BYTES, 2 * Long.BYTES);
            seen = move(source, from, target, to)
                    | move(source, from + Long.BYTES, target, to + Long.BYTES)
                    | move(source, from + half, target, to + half)
                    | move(source, from + length - Long.BYTES, target, to + length - Long.BYTES);
        } else if (length >= Long.BYTES) {
            seen = move(source, from, target, to)
                    | move(source, from + length - Long.BYTES, target, to + length - Long.BYTES);
        } else if (length >= Integer.BYTES) {
            seen = moveFour(source, from, target, to)
                    | moveFour(source, from + length - Integer.BYTES, target, to + length - Integer.BYTES);
        } else {
            seen = moveFew(source, from, target, to, length);
        }
        return (seen & HIGH_BITS) == 0 || isValid(source, from, from + length);
    }

    private static long move(byte[] source, int from, byte[] target, int to) {
        long eight = (long) LONGS.get(source, from);
        LONGS.set(target, to, eight);
        return eight;
    }

    /** Gives their bits, with the highest of them also above. */
    private static long moveFour(byte[] source, int from, byte[] target, int to) {
        int four = (int) INTS.get(source, from);
        INTS.set(target, to, four);
        return four;
    }

    /** Fewer than four. */
    private static long moveFew(byte[] source, int from, byte[] target, int to, int length) {
        long seen = 0;
        for (int at = 0; at < length; at++) {
            byte one = source[from + at];
            seen |= one;
            target[to + at] = one;
        }
        return seen;
    }

    private static boolean copyLong(byte[] source, int from, byte[] target, int to, int length) {
        for (int at = 0; at < length; at += CHUNK) {
            int size = Math.min(CHUNK, length - at);
            System.arraycopy(source, from + at, target, to + at, size);
            if (skipAscii(source, from + at, from + at + size) < from + at + size) {
                System.arraycopy(source, from + at, target, to + at, length - at);
                return isValid(source, from + at, from + length);
            }
        }
        return true;
    }

    public static boolean isValid(byte[] bytes, int start, int end) {
        int at = start;
        while (true) {
            at = skipAscii(bytes, at, end);
            if (at == end) {
                return true;
            }
            at = skipSequence(bytes, at, end);
            if (at < 0) {
                return false;
            }
        }
    }

    private static int skipAscii(byte[] bytes, int start, int end) {
        int at = start;
        while (at <= end - BLOCK && (block(bytes, at) & HIGH_BITS) == 0) {
            at += BLOCK;
        }
        while (at <= end - Long.BYTES && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static long block(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at)
                | (long) LONGS.get(bytes, at + 8)
                | (long) LONGS.get(bytes, at + 16)
                | (long) LONGS.get(bytes, at + 24)
                | (long) LONGS.get(bytes, at + 32)
                | (long) LONGS.get(bytes, at + 40)
                | (long) LONGS.get(bytes, at + 48)
                | (long) LONGS.get(bytes, at + 56);
    }

    /** The index after a sequence of several bytes; -1 where there is none. */
    private static int skipSequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (first < 0xc2 || first > 0xf4 || length > end - at) {
            return -1;
        }
        int second = bytes[at + 1] & 0xff;
        int lowest = switch (first) {
            case 0xe0 -> 0xa0;
            case 0xf0 -> 0x90;
            default -> 0x80;
        };
        int highest = switch (first) {
            case 0xed -> 0x9f;
            case 0xf4 -> 0x8f;
            default -> 0xbf;
        };
        if (second < lowest || second > highest) {
            return -1;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return -1;
            }
        }
        return at + length;
    }
}
