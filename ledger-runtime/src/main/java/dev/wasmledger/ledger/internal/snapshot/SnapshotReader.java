package dev.wasmledger.ledger.internal.snapshot;

import static dev.wasmledger.ledger.internal.snapshot.SnapshotFormat.CHUNK_HEAD_BYTES;
import static dev.wasmledger.ledger.internal.snapshot.SnapshotFormat.CRC_BYTES;
import static dev.wasmledger.ledger.internal.snapshot.SnapshotFormat.HEADER_BYTES;

import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import dev.wasmledger.ledger.internal.table.StateMisuseException;
import dev.wasmledger.ledger.internal.table.TableFullException;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads one snapshot, and believes none of it. */
final class SnapshotReader {

    private final StorageFile file;
    private final String path;
    private final Digest.Builder digest = new Digest.Builder();
    private long at;

    /** @param path what people call the file */
    SnapshotReader(StorageFile file, String path) {
        this.file = file;
        this.path = path;
    }

    /**
     * The frame that it stands on.
     *
     * @throws BadSnapshotException if its header is not in order, or of another format
     */
    Head head() throws IOException {
        ByteBuffer header = take(HEADER_BYTES);
        if (header.getLong(0) != SnapshotFormat.MAGIC) {
            throw bad("is no snapshot: it does not start with LWASMSNP");
        }
        if (header.getInt(HEADER_BYTES - CRC_BYTES) != SnapshotFormat.crc(header.slice(0, HEADER_BYTES - CRC_BYTES))) {
            throw bad("has a header that does not match its CRC");
        }
        if (header.getInt(Long.BYTES) != SnapshotFormat.VERSION) {
            throw bad("is a snapshot of format %d; this release reads format %d"
                    .formatted(header.getInt(Long.BYTES), SnapshotFormat.VERSION));
        }
        digest.add(header);
        header.position(2 * Long.BYTES);
        return new Head(header.getLong(), Digest.read(header));
    }

    /**
     * Reads all that comes behind the header.
     *
     * @throws BadSnapshotException if anything is missing or changed, or the handler does not want it
     */
    void read(SnapshotHandler handler) throws IOException {
        while (true) {
            long start = at;
            ByteBuffer head = take(CHUNK_HEAD_BYTES);
            int kind = head.getInt(0);
            int length = head.getInt(Integer.BYTES);
            if (length < 0 || length > SnapshotFormat.MOST_CHUNK_BYTES) {
                throw bad("has a chunk of %s bytes at offset %d".formatted(Integer.toUnsignedString(length), start));
            }
            ByteBuffer rest = take(length + CRC_BYTES);
            if (rest.getInt(length) != SnapshotFormat.crc(head, rest.slice(0, length))) {
                throw bad("has a chunk at offset %d that does not match its CRC".formatted(start));
            }
            ByteSource content = new ByteSource(rest.slice(0, length));
            if (kind == SnapshotFormat.END) {
                end(content, handler);
                return;
            }
            digest.add(head);
            digest.add(rest);
            give(kind, content, start, handler);
        }
    }

    private void give(int kind, ByteSource content, long start, SnapshotHandler handler) throws BadSnapshotException {
        try {
            switch (kind) {
                case SnapshotFormat.MARKS -> handler.marks(Marks.read(content));
                case SnapshotFormat.TABLES -> handler.tables(content);
                case SnapshotFormat.BOOKS -> handler.books(content);
                default ->
                    throw bad("has a chunk of kind %d at offset %d, which does not exist".formatted(kind, start));
            }
        } catch (MalformedFrameException | StateMisuseException | TableFullException e) {
            throw bad("%s; so says the chunk at offset %d".formatted(e.getMessage(), start));
        }
    }

    private void end(ByteSource content, SnapshotHandler handler) throws IOException {
        if (!content.getDigest().equals(digest.build())) {
            throw bad("does not match its own digest");
        }
        if (at != file.size()) {
            throw bad("goes on behind its end, at offset " + at);
        }
        try {
            handler.end();
        } catch (MalformedFrameException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private ByteBuffer take(int length) throws IOException {
        if (file.size() - at < length) {
            throw bad("breaks off inside what begins at offset " + at);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.read(bytes, at);
        at += length;
        return bytes.flip();
    }

    private BadSnapshotException bad(String problem) {
        return new BadSnapshotException(path, problem);
    }
}
