package dev.wasmledger.ledger.internal.snapshot;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.log.Digest;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** A snapshot's bytes, as docs/log-format.md has them. */
final class SnapshotFormat {

    static final long MAGIC = 0x504e534d5341574cL; // "LWASMSNP" in little-endian order
    static final int VERSION = 2;

    /** Magic, version, zeros; number and digest of the frame; CRC. */
    static final int HEADER_BYTES = 8 + 4 + 4 + 8 + Digest.BYTES + 4;

    /** Kind and length before a chunk's content, a CRC behind it. */
    static final int CHUNK_HEAD_BYTES = 8;

    static final int CRC_BYTES = 4;

    static final int END = 0;
    static final int MARKS = 1;
    static final int TABLES = 2;
    static final int BOOKS = 3;

    /** Where a chunk's content ends, give or take a page of rows or a blob. */
    static final int CHUNK_BYTES = 1 << 20;

    /** A chunk with the largest blob. */
    static final int MOST_CHUNK_BYTES = Limits.FRAME_BODY_BYTES;

    private SnapshotFormat() {}

    /** Of all these bytes, one after the other; the buffers are left as they are. */
    static int crc(ByteBuffer... parts) {
        CRC32C crc = new CRC32C();
        for (ByteBuffer part : parts) {
            crc.update(part.duplicate());
        }
        return (int) crc.getValue();
    }
}
