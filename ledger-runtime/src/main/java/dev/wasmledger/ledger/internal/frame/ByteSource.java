package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
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

    /** Whether the sixteen bytes of a number stand anywhere in what is left. */
    boolean contains(U128 number) {
        for (int at = buffer.position(); at <= buffer.limit() - 2 * Long.BYTES; at++) {
            if (buffer.getLong(at) == number.low() && buffer.getLong(at + Long.BYTES) == number.high()) {
                return true;
            }
        }
        return false;
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
