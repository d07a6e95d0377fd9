package dev.wasmledger.ledger.internal.snapshot;

import static dev.wasmledger.ledger.internal.snapshot.SnapshotFormat.CHUNK_BYTES;
import static dev.wasmledger.ledger.internal.snapshot.SnapshotFormat.CHUNK_HEAD_BYTES;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.table.StoreSnapshot;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/** Writes one snapshot into a file, chunk by chunk. */
final class SnapshotWriter {

    /** After so many bytes what was written is forced: the log's own forces would else have to wait for all of it at once. */
    private static final long PACE_BYTES = 16 << 20;

    private final StorageFile file;
    private final BooleanSupplier abandoned;
    private final Digest.Builder digest = new Digest.Builder();
    private final ByteSink chunk = new ByteSink();
    private long end;
    private long forced;

    /** @param abandoned whether nobody wants the snapshot any more; asked now and then */
    SnapshotWriter(StorageFile file, BooleanSupplier abandoned) {
        this.file = file;
        this.abandoned = abandoned;
    }

    /**
     * Writes all of it, and forces it.
     *
     * @return how many bytes it has
     * @throws InterruptedIOException if it was abandoned
     */
    long write(StateSnapshot state) throws IOException {
        header(state.head());
        chunk(SnapshotFormat.MARKS, () -> state.marks().write(chunk));
        sections(SnapshotFormat.TABLES, state.tables());
        sections(SnapshotFormat.BOOKS, state.books());
        Digest whole = digest.build();
        chunk(SnapshotFormat.END, () -> chunk.putDigest(whole));
        file.force();
        return end;
    }

    private void header(Head head) throws IOException {
        chunk.clear();
        chunk.putLong(SnapshotFormat.MAGIC);
        chunk.putInt(SnapshotFormat.VERSION);
        chunk.putInt(0);
        chunk.putLong(head.sequence());
        chunk.putDigest(head.digest());
        append();
    }

    private void sections(int kind, StoreSnapshot rows) throws IOException {
        boolean more = true;
        while (more) {
            begin(kind);
            more = rows.next(chunk, CHUNK_BYTES);
            if (more) {
                finish();
            }
            if (abandoned.getAsBoolean()) {
                throw new InterruptedIOException("nobody wants it any more");
            }
            if (end - forced >= PACE_BYTES) {
                file.force();
                forced = end;
            }
        }
    }

    private void chunk(int kind, Runnable content) throws IOException {
        begin(kind);
        content.run();
        finish();
    }

    private void begin(int kind) {
        chunk.clear();
        chunk.putInt(kind);
        chunk.putInt(0);
    }

    private void finish() throws IOException {
        chunk.fillInt(Integer.BYTES, chunk.size() - CHUNK_HEAD_BYTES);
        append();
    }

    /** Writes what stands in the chunk, and its CRC. */
    private void append() throws IOException {
        chunk.putInt(SnapshotFormat.crc(chunk.bytes()));
        ByteBuffer bytes = chunk.bytes();
        digest.add(bytes);
        int length = bytes.remaining();
        file.write(bytes, end);
        end += length;
    }
}
