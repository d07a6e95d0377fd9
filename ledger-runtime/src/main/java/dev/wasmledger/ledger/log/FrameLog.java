package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.storage.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An open log. One thread at a time appends and forces; others may follow with cursors of their own.
 *
 * <p>After a failure nothing more is appended, and {@link #status} says why. Where it was {@link #append} that failed, what
 * had been appended before can still be forced; after a failure of {@link #force} nothing is known of what is on disk, and
 * every later call fails. Opening the log again shows what there is.
 */
public final class FrameLog implements AutoCloseable {

    /** From here on a body is hashed on another thread while it is written. */
    private static final int OVERLAPPED_BYTES = 1 << 16;

    private final Storage storage;
    private final LogOptions options;
    private final SegmentWriter segment;
    private final Optional<TornTail> tornTail;

    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private Chain chain;
    private boolean sealed;
    private final AtomicLong appendedBytes = new AtomicLong();
    private volatile Durable durable;
    private volatile LogStatus status = new LogStatus.Writable();
    private @Nullable IOException failure;
    private boolean closed;

    /** How far the log is known to be on disk: the last frame, and where it ends. */
    record Durable(Head head, int segment, long end) {}

    private FrameLog(Storage storage, LogOptions options, SegmentWriter segment, SegmentScan last) {
        this.storage = storage;
        this.options = options;
        this.segment = segment;
        this.chain = last.chain();
        this.sealed = last.sealed();
        this.durable = new Durable(chain.head(), segment.number(), segment.end());
        this.tornTail = last.tornTail();
    }

    /**
     * Opens the log of a folder, creates it where there is none, and cuts off what a crash left of unfinished frames.
     *
     * @param handler is given every frame, from the first to the last
     * @throws CorruptLogException if something is missing or changed that had been durable
     */
    public static FrameLog open(Storage storage, LogOptions options, FrameHandler handler) throws IOException {
        return open(storage, options, Head.ofEmptyLog(), handler);
    }

    /**
     * The same for somebody who knows what the frames up to one add up to. The segments before that frame's are not looked at.
     *
     * @param known that frame, which the log has
     * @param handler is given the frames behind it
     */
    public static FrameLog open(Storage storage, LogOptions options, Head known, FrameHandler handler)
            throws IOException {
        if (Segments.count(storage) == 0) {
            SegmentWriter.create(storage, options);
        }
        SegmentScan last = scan(storage, known, handler);
        return new FrameLog(storage, options, SegmentWriter.resume(storage, options, last), last);
    }

    private static SegmentScan scan(Storage storage, Head known, FrameHandler handler) throws IOException {
        int segments = Segments.count(storage);
        int first = known.sequence() == 0 ? 1 : Segments.holding(storage, known.sequence(), segments);
        SegmentScan last = LogScan.segments(storage, first, segments, frame -> {
            if (frame.sequence() > known.sequence()) {
                handler.frame(frame);
            }
        });
        handler.settle();
        return last;
    }

    /**
     * Gives the frames behind one that the log has, up to the last that was appended: for somebody who does not know any more
     * what they add up to. Nobody must append meanwhile.
     */
    public void read(Head known, FrameHandler handler) throws IOException {
        long last = chain.head().sequence();
        scan(storage, known, frame -> {
            if (frame.sequence() <= last) {
                handler.frame(frame);
            }
        });
        handler.settle();
    }

    /** What {@link #open} cut off. */
    public Optional<TornTail> tornTail() {
        return tornTail;
    }

    /** The last frame that is known to be on disk. Any thread may ask. */
    public Head durableHead() {
        return durable.head();
    }

    /** How many bytes the frames take that were appended since the log was opened. Any thread may ask. */
    public long appendedBytes() {
        return appendedBytes.get();
    }

    /** Whether frames can be appended. Any thread may ask. */
    public LogStatus status() {
        return status;
    }

    /**
     * Writes a frame behind the last one. It is durable only after the next {@link #force}.
     *
     * @param time in nanoseconds since 1970-01-01T00:00:00Z
     * @param body at most {@link Limits#FRAME_BODY_BYTES} bytes
     * @return the frame's number
     * @throws LogStoppedException if it cannot be written; it is not part of the log then
     */
    public long append(FrameKind kind, long time, Digest deployment, ByteBuffer body) throws IOException {
        checkWritable();
        int length = body.remaining();
        if (length > Limits.FRAME_BODY_BYTES) {
            throw new IllegalArgumentException("a body of " + length + " bytes");
        }
        long bytes = FrameReader.frameBytes(length);
        if (!segment.hasRoom(bytes)) {
            rotate();
        }
        try {
            segment.allocate(bytes);
            Digest digest = write(kind, time, deployment, body);
            chain = chain.plus(digest);
        } catch (IOException e) {
            throw stopped(e);
        }
        sealed = false;
        appendedBytes.addAndGet(bytes);
        segment.advance(segment.end() + bytes);
        return chain.head().sequence();
    }

    private Digest write(FrameKind kind, long time, Digest deployment, ByteBuffer body) throws IOException {
        int length = body.remaining();
        prepare((int) FrameReader.frameBytes(length));
        header(kind.code(), length, chain.head().sequence() + 1, time, deployment);
        buffer.put(body.duplicate()).put(new byte[FrameReader.padding(length)]);
        int trailer = buffer.position();
        Digest digest;
        if (length >= OVERLAPPED_BYTES) {
            var hash = CompletableFuture.supplyAsync(() -> Digest.of(body), options.background());
            segment.write(buffer.slice(0, trailer), segment.end());
            digest = Frame.digest(buffer.slice(0, FrameHeader.BYTES), hash.join());
        } else {
            digest = Frame.digest(buffer.slice(0, FrameHeader.BYTES), Digest.of(body));
        }
        digest.write(buffer);
        buffer.putInt(FrameHeader.crc(buffer.slice(FrameHeader.BYTES, buffer.position() - FrameHeader.BYTES)));
        int from = length >= OVERLAPPED_BYTES ? trailer : 0;
        segment.write(buffer.flip().position(from), segment.end() + from);
        return digest;
    }

    private void header(int kind, int bodyLength, long sequence, long time, Digest deployment) {
        new FrameHeader(
                        kind,
                        bodyLength,
                        sequence,
                        durable.head().sequence(),
                        time,
                        segment.nonce(),
                        deployment,
                        chain.head().digest(),
                        chain.tree().root())
                .write(buffer);
    }

    /** Makes all frames written so far durable. */
    public void force() throws IOException {
        if (status instanceof LogStatus.Failed) {
            throw earlier();
        }
        if (durable.head().equals(chain.head())) {
            return;
        }
        try {
            segment.force();
        } catch (IOException e) {
            throw failed(e);
        }
        durable = new Durable(chain.head(), segment.number(), segment.end());
        if (status instanceof LogStatus.Writable) {
            try {
                seal();
            } catch (IOException e) {
                // Nobody waits for the seal: that nothing more can be written is said with the next frame.
                var unused = stopped(e);
            }
        }
    }

    /**
     * Says behind the last frame that it is durable, so that damage to it would show. Nobody forces that: a process that
     * is killed leaves it behind, and the next frame goes over it.
     */
    private void seal() throws IOException {
        prepare(FrameHeader.BYTES);
        header(FrameHeader.SEAL, 0, chain.head().sequence(), 0, Digest.of());
        segment.write(buffer.flip(), segment.end());
    }

    private void rotate() throws IOException {
        force();
        checkWritable(); // the seal may have failed
        try {
            segment.rotate(chain);
        } catch (IOException e) {
            throw stopped(e);
        }
        durable = new Durable(chain.head(), segment.number(), segment.end());
    }

    /** Reads the frames that are durable, from the first on. */
    public LogCursor follow() {
        return new LogCursor(storage, () -> durable, 1);
    }

    /** The same from some frame on, or an earlier one: the first of the segment that holds it. The segments before are not read. */
    public LogCursor follow(long sequence) throws IOException {
        return new LogCursor(storage, () -> durable, Segments.holding(storage, sequence, durable.segment()));
    }

    /** Leaves a seal behind the last frame, so that damage to that frame would show, and closes the files. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (segment) {
            if (status instanceof LogStatus.Failed) {
                return;
            }
            force();
            if (!sealed && status instanceof LogStatus.Writable) {
                seal();
                segment.trim();
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

    /**
     * Makes sure that frames can be appended.
     *
     * @throws LogStoppedException if they cannot any more
     */
    public void checkWritable() throws LogStoppedException {
        if (!(status instanceof LogStatus.Writable)) {
            throw earlier();
        }
    }

    private LogStoppedException earlier() {
        return new LogStoppedException(
                status, segment.path() + ": writing failed earlier, nothing more is written", cause());
    }

    private IOException cause() {
        return failure == null ? new IOException("closed") : failure;
    }

    private LogStoppedException stopped(IOException cause) {
        return fail(new LogStatus.Stopped(String.valueOf(cause.getMessage())), cause);
    }

    private LogStoppedException failed(IOException cause) {
        return fail(new LogStatus.Failed(String.valueOf(cause.getMessage())), cause);
    }

    private LogStoppedException fail(LogStatus reached, IOException cause) {
        failure = cause;
        status = reached;
        return new LogStoppedException(
                reached, segment.path() + ": writing the log failed: " + cause.getMessage(), cause);
    }
}
