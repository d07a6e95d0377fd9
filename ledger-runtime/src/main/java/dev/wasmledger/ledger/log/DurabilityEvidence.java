package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells a torn tail from corruption. Each header says which frame was known to be durable when it was written: where a
 * header behind the damage vouches for the damaged frame, that frame had been whole on disk, and no crash explains its loss.
 * Where none does, nobody had been told that it was committed.
 *
 * @param vouching the offset of a header that says that the frame was durable
 * @param lastByte where the last byte stands that is not zero, if there is one
 */
record DurabilityEvidence(OptionalLong vouching, OptionalLong lastByte) {

    private static final int CHUNK_BYTES = 1 << 20;

    /** Every frame starts at a multiple of these bytes. */
    private static final int ALIGNMENT = 8;

    /** Whether there is nothing but zeros. */
    boolean isBlank() {
        return lastByte.isEmpty();
    }

    /** Looks through a segment from an offset, a multiple of {@value #ALIGNMENT}, to its end. */
    static DurabilityEvidence find(StorageFile file, long from, long sequence, long nonce) throws IOException {
        long size = file.size();
        int length = Math.clamp(size - from, 0, CHUNK_BYTES) + FrameHeader.BYTES;
        ByteBuffer chunk = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        OptionalLong lastByte = OptionalLong.empty();
        for (long base = from; base < size; base += CHUNK_BYTES) {
            file.read(chunk.clear(), base);
            chunk.flip();
            for (int at = 0; at < Math.min(CHUNK_BYTES, chunk.limit()); at += ALIGNMENT) {
                if (at + ALIGNMENT <= chunk.limit() && chunk.getLong(at) == 0) {
                    continue;
                }
                lastByte = lastByteOf(chunk, at, base, lastByte);
                if (vouches(chunk, at, sequence, nonce)) {
                    return new DurabilityEvidence(OptionalLong.of(base + at), lastByte);
                }
            }
        }
        return new DurabilityEvidence(OptionalLong.empty(), lastByte);
    }

    private static OptionalLong lastByteOf(ByteBuffer chunk, int at, long base, OptionalLong before) {
        for (int i = Math.min(at + ALIGNMENT, chunk.limit()) - 1; i >= at; i--) {
            if (chunk.get(i) != 0) {
                return OptionalLong.of(base + i);
            }
        }
        return before;
    }

    private static boolean vouches(ByteBuffer chunk, int at, long sequence, long nonce) {
        if (at + FrameHeader.BYTES > chunk.limit() || chunk.getInt(at) != FrameHeader.MAGIC) {
            return false;
        }
        Optional<FrameHeader> header = FrameHeader.read(chunk.duplicate().position(at));
        return header.filter(found -> found.nonce() == nonce && found.durable() >= sequence)
                .isPresent();
    }
}
