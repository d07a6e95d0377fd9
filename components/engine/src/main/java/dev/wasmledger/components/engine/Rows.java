package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text as blobs: UTF-8 behind its length in four bytes, the lowest first. */
final class Rows {

    private static final int LENGTH_BYTES = 4;

    private Rows() {}

    static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] encode(List<Entry> entries) {
        List<byte[]> texts = new ArrayList<>();
        int size = 0;
        for (Entry entry : entries) {
            texts.add(encode(entry.key()));
            texts.add(encode(entry.value()));
        }
        for (byte[] text : texts) {
            size += LENGTH_BYTES + text.length;
        }
        byte[] blob = new byte[size];
        int position = 0;
        for (byte[] text : texts) {
            putNumber(blob, position, text.length, LENGTH_BYTES);
            System.arraycopy(text, 0, blob, position + LENGTH_BYTES, text.length);
            position += LENGTH_BYTES + text.length;
        }
        return blob;
    }

    static List<Entry> entries(byte[] blob) {
        List<String> texts = new ArrayList<>();
        for (int position = 0; position < blob.length; ) {
            int length = (int) number(blob, position, LENGTH_BYTES);
            texts.add(new String(blob, position + LENGTH_BYTES, length, StandardCharsets.UTF_8));
            position += LENGTH_BYTES + length;
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += 2) {
            entries.add(new Entry(texts.get(i), texts.get(i + 1)));
        }
        return entries;
    }

    static void putNumber(byte[] blob, int position, long number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            blob[position + i] = (byte) (number >>> (8 * i));
        }
    }

    static long number(byte[] blob, int position, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (blob[position + i] & 0xffL) << (8 * i);
        }
        return number;
    }
}
