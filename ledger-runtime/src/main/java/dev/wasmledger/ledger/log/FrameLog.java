package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open log. One thread appends and forces; others may follow with cursors of their own.
 *
 * <p>After a failure of {@link #append} or {@link #force} nothing is known of what is on disk, and nothing more is written:
 * every later call fails with the first failure as its cause. Opening the log again shows what there is.
 */
public final class FrameLog implements AutoCloseable {

    /** The log's file in its folder. */
    public static final String FILE = "ledger.log";

    private static final String FRESH_FILE = "ledger.log.new";

    private final StorageFile file;
    private final String path;
    private final Optional<TornTail> tornTail;

    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private Head head;
    private long end;
    private volatile Durable durable;
    private @Nullable IOException failure;
    private boolean closed;

    /** How far the log is known to be on disk. */
    private record Durable(Head head, long end) {}

    private FrameLog(StorageFile file, String path, LogScan scan) {
        this.file = file;
        this.path = path;
        this.head = scan.head();
        this.end = scan.end();
        this.durable = new Durable(head, end);
        this.tornTail = scan.tornTail();
    }

    /**
     * Opens the log of a folder, creates it where there is none, and cuts off what a crash left of unfinished frames.
     *
     * @param handler is given every frame, from the first to the last
     * @throws CorruptLogException if something is missing or changed that had been durable
     */
    public static FrameLog open(Storage storage, FrameHandler handler) throws IOException {
        if (!storage.exists(FILE)) {
            create(storage);
        }
        StorageFile file = storage.open(FILE);
        try {
            LogScan scan = LogScan.run(file, storage.describe(FILE), handler);
            if (file.size() > scan.end()) {
                file.truncate(scan.end());
            }
            // What a killed process left in the page cache counts from now on, so it must not get lost any more.
            file.force();
            storage.sync();
            return new FrameLog(file, storage.describe(FILE), scan);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Under another name first: a log that can be seen has a whole header. */
    private static void create(Storage storage) throws IOException {
        try (StorageFile fresh = storage.open(FRESH_FILE)) {
            fresh.truncate(0);
            fresh.write(FileHeader.bytes(), 0);
            fresh.force();
        }
        storage.rename(FRESH_FILE, FILE);
    }

    /** What {@link #open} cut off. */
    public Optional<TornTail> tornTail() {
        return tornTail;
    }

    /** The last frame that is known to be on disk. Any thread may ask. */
    public Head durableHead() {
        return durable.head();
    }

    /**
     * Writes a frame behind the last one. It is durable only after the next {@link #force}.
     *
     * @param time in nanoseconds since 1970-01-01T00:00:00Z
     * @param body at most {@link Limits#FRAME_BODY_BYTES} bytes
     * @return the frame's number
     */
    public long append(FrameKind kind, long time, Digest deployment, ByteBuffer body) throws IOException {
        checkUsable();
        int length = body.remaining();
        if (length > Limits.FRAME_BODY_BYTES) {
            throw new IllegalArgumentException("a body of " + length + " bytes");
        }
        long sequence = head.sequence() + 1;
        prepare((int) FrameReader.frameBytes(length));
        new FrameHeader(kind.code(), length, sequence, durable.head().sequence(), time, deployment, head.digest())
                .write(buffer);
        buffer.put(body.duplicate());
        Digest digest = Digest.of(buffer.duplicate().flip());
        buffer.put(new byte[FrameReader.padding(length)]);
        digest.write(buffer);
        buffer.putInt(FrameHeader.crc(buffer.slice(FrameHeader.BYTES, buffer.position() - FrameHeader.BYTES)));
        writeBuffer();
        head = new Head(sequence, digest);
        return sequence;
    }

    /** Makes all frames written so far durable. */
    public void force() throws IOException {
        checkUsable();
        if (durable.head().equals(head)) {
            return;
        }
        try {
            file.force();
        } catch (IOException e) {
            throw fail(e);
        }
        durable = new Durable(head, end);
    }

    /** Reads the frames that are durable, from the first on. */
    public Cursor follow() {
        return new Cursor();
    }

    /** A place in the log that moves on with it. Belongs to one thread. */
    public final class Cursor {

        private final FrameReader reader = new FrameReader(file, path);
        private Head before = Head.ofEmptyLog();
        private long offset = FileHeader.BYTES;

        private Cursor() {}

        /** The next frame, if there is one that is durable. */
        public Optional<Frame> next() throws IOException {
            if (offset >= durable.end()) {
                return Optional.empty();
            }
            if (reader.read(offset, before) instanceof FrameReader.Step.Whole(Frame frame)) {
                before = new Head(frame.sequence(), frame.digest());
                offset = frame.end();
                return Optional.of(frame);
            }
            throw new CorruptLogException(path, offset, before.sequence() + 1, "has changed since it was written");
        }
    }

    /** Writes a seal behind the last frame, so that damage to that frame would show, and closes the file. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            if (failure == null) {
                force();
                prepare(FrameHeader.BYTES);
                Digest none = Digest.of();
                new FrameHeader(FrameHeader.SEAL, 0, head.sequence(), head.sequence(), 0, none, head.digest())
                        .write(buffer);
                writeBuffer();
                file.force();
            }
        }
    }

    private void prepare(int length) {
        if (buffer.capacity() < length) {
            int capacity = Math.max(length, buffer.capacity() + (buffer.capacity() >> 1));
            buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
    }

    private void writeBuffer() throws IOException {
        buffer.flip();
        int length = buffer.remaining();
        try {
            file.write(buffer, end);
        } catch (IOException e) {
            throw fail(e);
        }
        end += length;
    }

    private void checkUsable() throws IOException {
        if (failure != null) {
            throw new IOException(path + ": writing failed earlier, nothing more is written", failure);
        }
    }

    private IOException fail(IOException cause) {
        failure = new IOException(path + ": writing the log failed: " + cause.getMessage(), cause);
        return failure;
    }
}
