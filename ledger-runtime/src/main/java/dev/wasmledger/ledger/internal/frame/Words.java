package dev.wasmledger.ledger.internal.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/** The bytes of one record of the canonical ABI, which are its words, lowest first. */
final class Words {

    private final byte[] bytes;
    private final LongBuffer words;

    /** @param count of the record's words */
    Words(int count) {
        this.bytes = new byte[count * Long.BYTES];
        this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    }

    /** Where lists and buffers of records copy them to and from, at offset 0. */
    byte[] bytes() {
        return bytes;
    }

    /** Fills the beginning of an array with the words of the bytes. */
    void get(long[] target) {
        words.get(0, target, 0, words.capacity());
    }

    /** Makes the bytes those of the words at the beginning of an array. */
    void put(long[] source) {
        words.put(0, source, 0, words.capacity());
    }
}
