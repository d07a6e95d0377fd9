package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads what stands at one place of a segment. */
final class FrameReader {

    /** The digest and the CRC behind the body. */
    static final int TRAILER_BYTES = Digest.BYTES + Integer.BYTES;

    private final StorageFile file;
    private final String path;
    private final long nonce;

    FrameReader(StorageFile file, String path, long nonce) {
        this.file = file;
        this.path = path;
        this.nonce = nonce;
    }

    /** What stands at one place of a segment. */
    sealed interface Step {

        /** A whole frame. */
        record Whole(Frame frame) implements Step {}

        /** A seal, and where it ends. */
        record Seal(long end) implements Step {}

        /** Bytes that are no frame, or no longer the one that was once written here; the end of the file too. */
        record Damaged(String problem) implements Step {}
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
     * Reads what follows the frames that {@code before} stands for.
     *
     * @throws CorruptLogException if there is a whole frame that does not follow them: no crash leaves such a thing
     */
    Step read(long offset, Chain before) throws IOException {
        ByteBuffer start = read(offset, FrameHeader.BYTES);
        if (start.remaining() < FrameHeader.BYTES) {
            return new Step.Damaged("breaks off inside its header");
        }
        Optional<FrameHeader> header = FrameHeader.read(start);
        if (header.isEmpty() || header.get().nonce() != nonce) {
            return new Step.Damaged("has a header that does not match its CRC");
        }
        return read(offset, before, start, header.get());
    }

    private Step read(long offset, Chain before, ByteBuffer start, FrameHeader header) throws IOException {
        boolean seal = header.kind() == FrameHeader.SEAL;
        long last = before.head().sequence();
        if (header.sequence() != (seal ? last : last + 1)) {
            throw corrupt(offset, before, "has the number " + header.sequence());
        }
        if (!header.previous().equals(before.head().digest())) {
            throw corrupt(offset, before, "does not follow the digest of the frame before it");
        }
        if (!header.root().equals(before.tree().root())) {
            throw corrupt(offset, before, "has not the root of the tree over all frames before it");
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
            return new Step.Damaged("breaks off inside its body");
        }
        int crcAt = rest.remaining() - Integer.BYTES;
        if (rest.getInt(crcAt) != FrameHeader.crc(rest.slice(0, crcAt))) {
            return new Step.Damaged("has a body that does not match its CRC");
        }
        ByteBuffer body = rest.slice(0, length).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        Digest digest = Digest.read(rest.position(crcAt - Digest.BYTES));
        if (!digest.equals(Frame.digest(start, Digest.of(body)))) {
            throw corrupt(offset, before, "does not match its own digest");
        }
        return new Step.Whole(new Frame(
                path,
                offset,
                end,
                header.sequence(),
                kind,
                header.time(),
                header.deployment(),
                digest,
                start.asReadOnlyBuffer(),
                body));
    }

    /** As many of these bytes as the file has. */
    private ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.clamp(file.size() - offset, 0, length)).order(ByteOrder.LITTLE_ENDIAN);
        file.read(bytes, offset);
        return bytes.flip();
    }

    private CorruptLogException corrupt(long offset, Chain before, String problem) {
        return new CorruptLogException(path, offset, before.head().sequence() + 1, problem);
    }
}
