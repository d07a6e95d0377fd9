package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The segment that is being written, and the next one, which is filled with zeros in the background under another name. A
 * segment that can be seen under its own name has a whole header, and all frames before it are durable.
 */
final class SegmentWriter implements AutoCloseable {

    private static final String NEXT_FILE = "ledger.next";

    private final Storage storage;
    private final LogOptions options;
    private int number;
    private StorageFile file;
    private SegmentHeader header;
    private long end;
    /** Up to where the file holds zeros that were allocated; 0 before something is to be written. */
    private long allocated;

    /** How large the next segment is, once it is there. */
    private Optional<CompletableFuture<Long>> next = Optional.empty();

    private SegmentWriter(Storage storage, LogOptions options, SegmentHeader header, StorageFile file, long end) {
        this.storage = storage;
        this.options = options;
        this.header = header;
        this.number = header.number();
        this.file = file;
        this.end = end;
    }

    /** Goes on where a scan of the last segment ended; makes durable what a killed process left in the page cache. */
    static SegmentWriter resume(Storage storage, LogOptions options, SegmentScan last) throws IOException {
        StorageFile file = storage.open(Segments.name(last.header().number()));
        try {
            if (last.tornTail().isPresent()) {
                file.truncate(last.end());
            }
            file.force();
            storage.sync();
            return new SegmentWriter(storage, options, last.header(), file, last.end());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Makes the first segment of a log. */
    static void create(Storage storage, LogOptions options) throws IOException {
        SegmentHeader header = new SegmentHeader(1, options.nonces().getAsLong(), Chain.EMPTY);
        try (StorageFile file = storage.open(NEXT_FILE)) {
            file.truncate(0);
            activate(storage, file, header);
        }
    }

    private static void activate(Storage storage, StorageFile file, SegmentHeader header) throws IOException {
        file.write(header.encode(), 0);
        file.force();
        storage.rename(NEXT_FILE, Segments.name(header.number()));
        storage.sync();
    }

    int number() {
        return number;
    }

    String path() {
        return storage.describe(Segments.name(number));
    }

    long nonce() {
        return header.nonce();
    }

    /** Where the next frame goes. */
    long end() {
        return end;
    }

    /** Whether a frame of so many bytes fits in, and a seal behind it; a segment's first frame always does. */
    boolean hasRoom(long frameBytes) {
        return end == header.bytes() || end + frameBytes + FrameHeader.BYTES <= options.capacity(number);
    }

    /** Makes room for a frame. */
    void allocate(long frameBytes) throws IOException {
        long needed = end + frameBytes + FrameHeader.BYTES;
        if (needed > allocated) {
            allocated = Math.max(needed, options.capacity(number));
            file.allocate(allocated);
        }
    }

    /** Writes at an offset, and counts nothing. */
    void write(ByteBuffer bytes, long offset) throws IOException {
        file.write(bytes, offset);
    }

    /** What was written up to there belongs to the segment. */
    void advance(long newEnd) {
        end = newEnd;
        if (next.isEmpty() && end > options.capacity(number) / 2) {
            next = Optional.of(CompletableFuture.supplyAsync(this::prepare, options.background()));
        }
    }

    private long prepare() {
        long size = options.capacity(number + 1);
        try (StorageFile fresh = storage.open(NEXT_FILE)) {
            fresh.truncate(0);
            fresh.allocate(size);
            return size;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    void force() throws IOException {
        file.force();
    }

    /** Leaves this segment, of which everything has been forced, for a new one. */
    void rotate(Chain chain) throws IOException {
        // The seal is durable before there is a segment behind it: where one is, nothing can be torn.
        trim();
        long size = prepared();
        SegmentHeader fresh = new SegmentHeader(number + 1, options.nonces().getAsLong(), chain);
        StorageFile opened = storage.open(NEXT_FILE);
        try {
            activate(storage, opened, fresh);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        file.close();
        file = opened;
        header = fresh;
        number = fresh.number();
        end = fresh.bytes();
        allocated = size;
    }

    private long prepared() throws IOException {
        CompletableFuture<Long> preparation =
                next.orElseGet(() -> CompletableFuture.supplyAsync(this::prepare, Runnable::run));
        next = Optional.empty();
        try {
            return preparation.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }

    /** Cuts off the zeros behind a seal, and makes it durable. */
    void trim() throws IOException {
        file.truncate(end + FrameHeader.BYTES);
        file.force();
    }

    @Override
    public void close() throws IOException {
        StorageFile last = file;
        try (last) {
            if (next.isPresent()) {
                next.get().exceptionally(failed -> 0L).join();
                storage.delete(NEXT_FILE);
            }
        }
    }
}
