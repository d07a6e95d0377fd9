package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.log.Digest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link ByteSink} wrote. Frames are checked by digest before, so what does not decode was written by another
 * format: it is refused with a {@link MalformedFrameException}.
 */
public final class ByteSource {

    private final ByteBuffer buffer;

    public ByteSource(ByteBuffer bytes) {
        this.buffer = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    public boolean hasRemaining() {
        return buffer.hasRemaining();
    }

    public int getByte() {
        return need(Byte.BYTES).get() & 0xff;
    }

    public short getShort() {
        return need(Short.BYTES).getShort();
    }

    public int getInt() {
        return need(Integer.BYTES).getInt();
    }

    public long getLong() {
        return need(Long.BYTES).getLong();
    }

    /** Fills some elements of an array. */
    public void getLongs(long[] target, int from, int count) {
        ByteBuffer source = need(count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            target[from + i] = source.getLong();
        }
    }

    public byte[] getBytes() {
        return getBytes(0);
    }

    /** The bytes, and so many zeros behind them. */
    public byte[] getBytes(int zeros) {
        int count = getCount(1);
        byte[] bytes = new byte[count + zeros];
        buffer.get(bytes, 0, count);
        return bytes;
    }

    public String getText() {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    public Digest getDigest() {
        return Digest.read(need(Digest.BYTES));
    }

    /** A number of elements that take at least so many bytes each, and so cannot be more than there are bytes for. */
    public int getCount(int elementBytes) {
        int count = getInt();
        if (count < 0 || (long) count * elementBytes > buffer.remaining()) {
            throw new MalformedFrameException("counts %d elements where %d bytes are left"
                    .formatted(Integer.toUnsignedLong(count), buffer.remaining()));
        }
        return count;
    }

    /** A number as {@link ByteSink#putVarint} puts it. */
    public int getVarint() {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int next = getByte();
            value |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0 && value <= 0xffffffffL) {
                return (int) value;
            }
        }
        throw new MalformedFrameException("has a number of more than 32 bits");
    }

    /** Adds the differences of a record that {@link Records} put to the words of the record before. */
    void addRecord(long[] words) {
        int tags = need(Records.leastBytes(words.length)).position();
        int value = tags + Records.leastBytes(words.length);
        for (int word = 0; word < words.length; word += 2) {
            int tag = buffer.get(tags++);
            if (tag != 0) {
                value = addDifference(words, word, tag & 0xf, value);
                value = addDifference(words, word + 1, tag >>> 4 & 0xf, value);
            }
        }
        buffer.position(value);
    }

    private int addDifference(long[] words, int word, int bytes, int at) {
        if (bytes == 0) {
            return at;
        }
        if (bytes > Long.BYTES || word == words.length || at + bytes > buffer.limit()) {
            throw new MalformedFrameException("has a record whose tags do not fit its words");
        }
        words[word] += Records.unfold(number(at, bytes));
        return at + bytes;
    }

    private long number(int at, int bytes) {
        if (at + Long.BYTES <= buffer.limit()) {
            return buffer.getLong(at) & -1L >>> (Long.SIZE - bytes * Byte.SIZE);
        }
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (buffer.get(at + i) & 0xffL) << (i * Byte.SIZE);
        }
        return number;
    }

    /** The same bytes, from their start. */
    public ByteSource again() {
        return new ByteSource(buffer.duplicate().rewind());
    }

    /** The part that starts with its length in bytes. */
    public ByteSource getSection() {
        int length = getCount(1);
        ByteBuffer section = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        return new ByteSource(section);
    }

    private ByteBuffer need(int count) {
        if (buffer.remaining() < count) {
            throw new MalformedFrameException("ends in the middle of a value");
        }
        return buffer;
    }
}
