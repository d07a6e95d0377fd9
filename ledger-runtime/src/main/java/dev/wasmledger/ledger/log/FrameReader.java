package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads what stands at one place of a log. */
final class FrameReader {

    /** The digest and the CRC behind the body. */
    static final int TRAILER_BYTES = Digest.BYTES + Integer.BYTES;

    private final StorageFile file;
    private final String path;

    FrameReader(StorageFile file, String path) {
        this.file = file;
        this.path = path;
    }

    /** What stands at one place of a log. */
    sealed interface Step {

        /** A whole frame. */
        record Whole(Frame frame) implements Step {}

        /** The seal of a log that was closed in good order, and where it ends. */
        record Seal(long end) implements Step {}

        /** Nothing: the file ends here. */
        record End() implements Step {}

        /**
         * Bytes that are not what was once written here.
         *
         * @param next where the frame behind it would start, as far as that can be known
         */
        record Damaged(String problem, long next) implements Step {}
    }

    /** How many bytes a frame with such a body takes, a multiple of 8. */
    static long frameBytes(int bodyLength) {
        return FrameHeader.BYTES + (long) bodyLength + padding(bodyLength) + TRAILER_BYTES;
    }

    /** How many zero bytes stand between body and trailer. */
    static int padding(int bodyLength) {
        return -(FrameHeader.BYTES + bodyLength + TRAILER_BYTES) & 7;
    }

    /**
     * Reads what follows the frame that {@code before} names.
     *
     * @throws CorruptLogException if there is a whole frame that does not follow that one: no crash leaves such a thing
     */
    Step read(long offset, Head before) throws IOException {
        ByteBuffer start = read(offset, FrameHeader.BYTES);
        if (start.remaining() == 0) {
            return new Step.End();
        }
        if (start.remaining() < FrameHeader.BYTES) {
            return new Step.Damaged("breaks off inside its header", offset + start.remaining());
        }
        Optional<FrameHeader> header = FrameHeader.read(start);
        if (header.isEmpty()) {
            return new Step.Damaged("has a header that does not match its CRC", offset + Long.BYTES);
        }
        return read(offset, before, start, header.get());
    }

    private Step read(long offset, Head before, ByteBuffer start, FrameHeader header) throws IOException {
        boolean seal = header.kind() == FrameHeader.SEAL;
        long expected = seal ? before.sequence() : before.sequence() + 1;
        if (header.sequence() != expected) {
            throw corrupt(offset, before, "has the number " + header.sequence());
        }
        if (!header.previous().equals(before.digest())) {
            throw corrupt(offset, before, "does not follow the digest of the frame before it");
        }
        if (seal) {
            return new Step.Seal(offset + FrameHeader.BYTES);
        }
        int length = header.bodyLength();
        if (length < 0 || length > Limits.FRAME_BODY_BYTES) {
            throw corrupt(offset, before, "has a body of " + Integer.toUnsignedString(length) + " bytes");
        }
        FrameKind kind = FrameKind.of(header.kind())
                .orElseThrow(() -> corrupt(offset, before, "is of kind " + header.kind() + ", which does not exist"));
        long end = offset + frameBytes(length);
        ByteBuffer rest = read(offset + FrameHeader.BYTES, (int) (end - offset - FrameHeader.BYTES));
        if (rest.remaining() < end - offset - FrameHeader.BYTES) {
            return new Step.Damaged("breaks off inside its body", end);
        }
        int crcAt = rest.remaining() - Integer.BYTES;
        if (rest.getInt(crcAt) != FrameHeader.crc(rest.slice(0, crcAt))) {
            return new Step.Damaged("has a body that does not match its CRC", end);
        }
        ByteBuffer body = rest.slice(0, length).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        Digest digest = Digest.read(rest.position(crcAt - Digest.BYTES));
        if (!digest.equals(Digest.of(start, body))) {
            throw corrupt(offset, before, "does not match its own digest");
        }
        return new Step.Whole(
                new Frame(offset, end, header.sequence(), kind, header.time(), header.deployment(), digest, body));
    }

    /** As many of these bytes as the file has. */
    private ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.clamp(file.size() - offset, 0, length)).order(ByteOrder.LITTLE_ENDIAN);
        file.read(bytes, offset);
        return bytes.flip();
    }

    private CorruptLogException corrupt(long offset, Head before, String problem) {
        return new CorruptLogException(path, offset, before.sequence() + 1, problem);
    }
}
