package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Tells a torn tail from corruption. Each header says which frame was known to be durable when it was written: where a
 * header behind the damage vouches for the damaged frame, that frame had been whole on disk, and no crash explains its loss.
 * Where none does, nobody had been told that it was committed.
 */
final class DurabilityEvidence {

    private static final int CHUNK_BYTES = 1 << 20;

    private DurabilityEvidence() {}

    /** The first offset from {@code from} on of a header that says that frame {@code sequence} was durable. */
    static Optional<Long> find(StorageFile file, long from, long sequence) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES + FrameHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long base = from; base + FrameHeader.BYTES <= file.size(); base += CHUNK_BYTES) {
            file.read(chunk.clear(), base);
            chunk.flip();
            int last = Math.min(CHUNK_BYTES - 1, chunk.limit() - FrameHeader.BYTES);
            for (int at = 0; at <= last; at++) {
                if (chunk.getInt(at) == FrameHeader.MAGIC && vouches(chunk, at, sequence)) {
                    return Optional.of(base + at);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean vouches(ByteBuffer chunk, int at, long sequence) {
        return FrameHeader.read(chunk.duplicate().position(at))
                .filter(header -> header.durable() >= sequence)
                .isPresent();
    }
}
