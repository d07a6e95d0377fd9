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
 * @param nonce the segment's; who chooses a body's bytes does not know it, and so cannot put a header among them
 * @param previous the digest of the frame before
 * @param root of the tree over all frames before
 */
record FrameHeader(
        int kind,
        int bodyLength,
        long sequence,
        long durable,
        long time,
        long nonce,
        Digest deployment,
        Digest previous,
        Digest root) {

    static final int BYTES = 152;
    static final int MAGIC = 0x52464c57; // "WLFR" in little-endian order

    /** The kind of a header without body that says: this was the end when all before it was durable. */
    static final int SEAL = 0;

    private static final int CRC_OFFSET = BYTES - Integer.BYTES;

    void write(ByteBuffer target) {
        int start = target.position();
        target.putInt(MAGIC)
                .putInt(kind)
                .putInt(bodyLength)
                .putInt(0)
                .putLong(sequence)
                .putLong(durable)
                .putLong(time)
                .putLong(nonce);
        deployment.write(target);
        previous.write(target);
        root.write(target);
        target.putInt(0);
        target.putInt(crc(target.slice(start, CRC_OFFSET)));
    }

    /** The header that starts at the buffer's position, if one does; the buffer holds {@link #BYTES} from there. */
    static Optional<FrameHeader> read(ByteBuffer source) {
        ByteBuffer bytes = source.slice(source.position(), BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != MAGIC || bytes.getInt(CRC_OFFSET) != crc(bytes.slice(0, CRC_OFFSET))) {
            return Optional.empty();
        }
        bytes.position(Integer.BYTES);
        int kind = bytes.getInt();
        int bodyLength = bytes.getInt();
        bytes.getInt(); // zeros, so that all that follows is aligned
        return Optional.of(new FrameHeader(
                kind,
                bodyLength,
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                Digest.read(bytes),
                Digest.read(bytes),
                Digest.read(bytes)));
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
