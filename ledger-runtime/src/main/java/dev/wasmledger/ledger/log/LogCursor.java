package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place in an open log that moves on with it. Belongs to one thread. */
public final class LogCursor implements AutoCloseable {

    private final Storage storage;
    private final Supplier<FrameLog.Durable> durable;
    private final int first;
    private int number;
    private @Nullable StorageFile file;
    private @Nullable FrameReader reader;
    private Chain chain = Chain.EMPTY;
    private long offset;

    /** @param first the segment to begin with */
    LogCursor(Storage storage, Supplier<FrameLog.Durable> durable, int first) {
        this.storage = storage;
        this.durable = durable;
        this.first = first;
    }

    /** The next frame, if there is one that is durable. */
    public Optional<Frame> next() throws IOException {
        if (durable.get().head().sequence() <= chain.head().sequence()) {
            return Optional.empty();
        }
        if (reader == null) {
            reader = enter(first);
        }
        FrameReader.Step step = reader.read(offset, chain);
        while (!(step instanceof FrameReader.Step.Whole)
                && number < durable.get().segment()) {
            reader = enter(number + 1);
            step = reader.read(offset, chain);
        }
        if (step instanceof FrameReader.Step.Whole(Frame frame)) {
            chain = chain.plus(frame.digest());
            offset = frame.end();
            return Optional.of(frame);
        }
        throw new CorruptLogException(
                storage.describe(Segments.name(number)),
                offset,
                chain.head().sequence() + 1,
                "has changed since it was written");
    }

    /**
     * Goes on to a frame that is durable; those before it in its segment are read and lost.
     *
     * @param sequence greater than that of the last frame given
     */
    public Frame next(long sequence) throws IOException {
        Optional<Frame> frame = next();
        while (frame.isPresent() && frame.get().sequence() < sequence) {
            frame = next();
        }
        return frame.orElseThrow(() -> new IOException("the log ends before frame " + sequence));
    }

    private FrameReader enter(int next) throws IOException {
        close();
        String path = storage.describe(Segments.name(next));
        StorageFile opened = storage.open(Segments.name(next));
        file = opened;
        number = next;
        SegmentHeader header = SegmentHeader.read(opened, path, next);
        if (next > first || next == 1) {
            LogScan.checkStart(storage, next, header.start(), chain);
        }
        chain = header.start();
        offset = header.bytes();
        return new FrameReader(opened, path, header.nonce());
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
