package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.log.Digest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes of a frame's body as it grows; all numbers little-endian. */
public final class ByteSink {

    /** What {@link #putVarint} takes at most. */
    static final int MOST_VARINT_BYTES = 5;

    private ByteBuffer buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    /** What has been put so far. */
    public ByteBuffer bytes() {
        return buffer.duplicate().flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many bytes have been put so far. */
    public int size() {
        return buffer.position();
    }

    /** Forgets everything. */
    public void clear() {
        buffer.clear();
    }

    public void putByte(int value) {
        room(Byte.BYTES).put((byte) value);
    }

    public void putShort(short value) {
        room(Short.BYTES).putShort(value);
    }

    public void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    public void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** Puts some elements of an array. */
    public void putLongs(long[] values, int from, int count) {
        ByteBuffer target = room(count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            target.putLong(values[from + i]);
        }
    }

    /** Puts the number of bytes, then the bytes. */
    public void putBytes(byte[] value) {
        putBytes(value, 0, value.length);
    }

    /** Puts the number of some bytes of an array, then the bytes. */
    public void putBytes(byte[] value, int from, int count) {
        putInt(count);
        room(count).put(value, from, count);
    }

    /** Puts what another one holds, and nothing before it. */
    public void putAll(ByteSink other) {
        room(other.size()).put(other.bytes());
    }

    /** Puts a text as {@link #putBytes} puts its UTF-8. */
    public void putText(String text) {
        putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public void putDigest(Digest digest) {
        digest.write(room(Digest.BYTES));
    }

    /** Leaves room for a number that is known later. */
    public int reserveInt() {
        int at = size();
        putInt(0);
        return at;
    }

    /** Fills in what {@link #reserveInt} left room for. */
    public void fillInt(int at, int value) {
        buffer.putInt(at, value);
    }

    /** Puts a number in as few bytes as seven bits a byte take, the lowest first; all but the last have their top bit set. */
    public void putVarint(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            putByte(rest | 0x80);
            rest >>>= 7;
        }
        putByte(rest);
    }

    /** The array that holds all bytes, with room for so many more behind {@link #size}. */
    byte[] array(int count) {
        return room(count).array();
    }

    /** The bytes up to there have been put. */
    void moveTo(int end) {
        buffer.position(end);
    }

    private ByteBuffer room(int count) {
        if (buffer.remaining() < count) {
            long needed = (long) buffer.position() + count;
            if (needed > Limits.FRAME_BODY_BYTES) {
                throw new FrameTooLargeException();
            }
            int capacity = (int) Math.min(Limits.FRAME_BODY_BYTES, Math.max(needed, 2L * buffer.capacity()));
            buffer =
                    ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
        }
        return buffer;
    }
}
