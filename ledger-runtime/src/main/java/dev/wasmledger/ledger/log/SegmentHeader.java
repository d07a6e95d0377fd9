package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The start of a segment's file. It is forced before the file gets its name, after all frames before it were forced.
 *
 * @param number the segment's, from 1 on
 * @param nonce drawn by chance; every frame header of the segment repeats it
 * @param start what the segment's first frame stands on
 */
record SegmentHeader(int number, long nonce, Chain start) {

    private static final long MAGIC = 0x474f4c4d5341574cL; // "LWASMLOG"
    /** Of the format, as docs/log-format.md has it. */
    static final int VERSION = 5;

    private static final int FIXED_BYTES = 64;
    private static final int TRAILER_BYTES = 8;
    private static final int MOST_BYTES = FIXED_BYTES + Long.SIZE * Digest.BYTES + TRAILER_BYTES;

    /** How many bytes it takes: the more, the more perfect subtrees there are. */
    int bytes() {
        return FIXED_BYTES + start.tree().peaks().size() * Digest.BYTES + TRAILER_BYTES;
    }

    ByteBuffer encode() {
        ByteBuffer header = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(VERSION).putInt(number);
        header.putLong(start.head().sequence()).putLong(nonce);
        start.head().digest().write(header);
        start.tree().peaks().forEach(peak -> peak.write(header));
        header.putInt(0);
        return header.putInt(FrameHeader.crc(header.slice(0, header.position())))
                .flip();
    }

    /**
     * Reads the header of a segment.
     *
     * @throws CorruptLogException if it is not what was written; no crash leaves such a thing
     */
    static SegmentHeader read(StorageFile file, String path, int number) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.read(bytes, 0);
        bytes.flip();
        if (bytes.remaining() < FIXED_BYTES || bytes.getLong(0) != MAGIC) {
            throw new CorruptLogException(
                    path,
                    0,
                    0,
                    "(the segment's header) is not that of a ledger's log: it does not start with LWASMLOG");
        }
        if (bytes.getInt(Long.BYTES) != VERSION) {
            throw new IOException("%s: a log of format %d; this release reads format %d"
                    .formatted(path, bytes.getInt(Long.BYTES), VERSION));
        }
        long sequence = bytes.getLong(2 * Long.BYTES);
        int length = FIXED_BYTES + Long.bitCount(sequence) * Digest.BYTES + TRAILER_BYTES;
        int crcAt = length - Integer.BYTES;
        if (bytes.remaining() < length || bytes.getInt(crcAt) != FrameHeader.crc(bytes.slice(0, crcAt))) {
            throw new CorruptLogException(path, 0, 0, "(the segment's header) does not match its CRC");
        }
        SegmentHeader header = decode(bytes, sequence);
        if (header.number != number) {
            throw new CorruptLogException(path, 0, 0, "(the segment's header) is that of segment " + header.number);
        }
        return header;
    }

    private static SegmentHeader decode(ByteBuffer bytes, long sequence) {
        int number = bytes.getInt(Long.BYTES + Integer.BYTES);
        long nonce = bytes.position(3 * Long.BYTES).getLong();
        Head head = new Head(sequence, Digest.read(bytes));
        List<Digest> peaks = new ArrayList<>();
        for (int i = 0; i < Long.bitCount(sequence); i++) {
            peaks.add(Digest.read(bytes));
        }
        return new SegmentHeader(number, nonce, new Chain(head, new MerkleTree(sequence, peaks)));
    }
}
