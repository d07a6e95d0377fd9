package dev.wasmledger.ledger.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first {@value #BYTES} bytes of a frame, or all of a seal.
 *
 * @param kind the code of a {@link FrameKind}, or {@link #SEAL}
 * @param bodyLength in bytes, without the padding
 * @param durable the greatest sequence number that was known to be forced when this was written
 * @param previous the digest of the frame before
 */
record FrameHeader(
        int kind, int bodyLength, long sequence, long durable, long time, Digest deployment, Digest previous) {

    static final int BYTES = 104;
    static final int MAGIC = 0x52464c57; // "WLFR" in little-endian order

    /** The kind of a header without body that says: closed in good order after the frame with this number. */
    static final int SEAL = 0;

    private static final int CRC_OFFSET = BYTES - Integer.BYTES;

    void write(ByteBuffer target) {
        int start = target.position();
        target.putInt(MAGIC)
                .putInt(kind)
                .putInt(bodyLength)
                .putLong(sequence)
                .putLong(durable)
                .putLong(time);
        deployment.write(target);
        previous.write(target);
        target.putInt(crc(target.slice(start, CRC_OFFSET)));
    }

    /** The header that starts at the buffer's position, if one does; the buffer holds {@link #BYTES} from there. */
    static Optional<FrameHeader> read(ByteBuffer source) {
        ByteBuffer bytes = source.slice(source.position(), BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != MAGIC || bytes.getInt(CRC_OFFSET) != crc(bytes.slice(0, CRC_OFFSET))) {
            return Optional.empty();
        }
        bytes.position(Integer.BYTES);
        return Optional.of(new FrameHeader(
                bytes.getInt(),
                bytes.getInt(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                Digest.read(bytes),
                Digest.read(bytes)));
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
