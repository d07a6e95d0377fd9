package dev.wasmledger.runtime.internal.adapter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Says whether bytes are UTF-8 (Unicode, table 3-7: shortest forms only, no surrogates, up to U+10FFFF). */
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Utf8() {}

    static boolean isValid(byte[] bytes, int start, int end) {
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
        while (at <= end - Long.BYTES && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
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
