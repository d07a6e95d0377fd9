package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.util.Optional;

/**
 * What one pass over a whole log found.
 *
 * @param head the last whole frame
 * @param segments how many files there are
 * @param sealed whether the log was closed in good order
 * @param tornTail what a crash left behind the last whole frame
 */
public record LogScan(Head head, int segments, boolean sealed, Optional<TornTail> tornTail) {

    /**
     * Reads the log of that folder from its first frame to its last and changes nothing.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws CorruptLogException if something is missing or changed that had been durable
     */
    public static LogScan run(Storage storage, FrameHandler handler) throws IOException {
        Segments.require(storage);
        int segments = Segments.count(storage);
        SegmentScan last = segments(storage, segments, handler);
        return new LogScan(last.chain().head(), segments, last.sealed(), last.tornTail());
    }

    /** Reads all segments, and gives what it found in the last one. */
    static SegmentScan segments(Storage storage, int segments, FrameHandler handler) throws IOException {
        Chain chain = Chain.EMPTY;
        try (SegmentLoader loader = new SegmentLoader(storage, segments)) {
            for (int number = 1; ; number++) {
                SegmentLoader.Loaded loaded = loader.next();
                checkStart(storage, number, loaded.start(), chain);
                for (Frame frame : loaded.frames()) {
                    handler.frame(frame);
                }
                SegmentScan scan = loaded.scan();
                if (number == segments) {
                    return scan;
                }
                chain = scan.chain();
            }
        }
    }

    /** How many bytes the log's files have. */
    public static long size(Storage storage) throws IOException {
        long size = 0;
        for (int number = 1; number <= Segments.count(storage); number++) {
            try (StorageFile file = storage.open(Segments.name(number))) {
                size += file.size();
            }
        }
        return size;
    }

    /**
     * A segment starts where the one before it ends.
     *
     * @throws CorruptLogException if it does not
     */
    static void checkStart(Storage storage, int number, Chain start, Chain before) throws CorruptLogException {
        if (!start.equals(before)) {
            throw new CorruptLogException(
                    storage.describe(Segments.name(number)),
                    0,
                    before.head().sequence() + 1,
                    "does not follow what the segment before ends with");
        }
    }
}
