package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        SegmentScan last = segments(storage, 1, segments, handler);
        return new LogScan(last.chain().head(), segments, last.sealed(), last.tornTail());
    }

    /** Reads the segments from one on, and gives what it found in the last one. */
    static SegmentScan segments(Storage storage, int first, int segments, FrameHandler handler) throws IOException {
        Chain chain = Chain.EMPTY;
        try (SegmentLoader loader = new SegmentLoader(storage, first, segments)) {
            for (int number = first; ; number++) {
                SegmentLoader.Loaded loaded = loader.next();
                if (number == 1 || number > first) {
                    checkStart(storage, number, loaded.start(), chain);
                }
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

    /** Whether a log has a certain frame. */
    public enum Finding {
        /** It has. */
        SAME,
        /** It has another one of that number. */
        OTHER,
        /** It ends before. */
        ABSENT
    }

    /**
     * Looks for a frame in the log of that folder, in the one segment that can hold it.
     *
     * @throws CorruptLogException if that segment is damaged before it
     */
    public static Finding find(Storage storage, Head wanted) throws IOException {
        if (wanted.sequence() == 0) {
            return wanted.equals(Head.ofEmptyLog()) ? Finding.SAME : Finding.OTHER;
        }
        int segments = Segments.count(storage);
        if (segments == 0) {
            return Finding.ABSENT;
        }
        int number = Segments.holding(storage, wanted.sequence(), segments);
        List<Digest> found = new ArrayList<>();
        SegmentScan.run(storage, number, number == segments, header -> {}, frame -> {
            if (frame.sequence() == wanted.sequence()) {
                found.add(frame.digest());
            }
        });
        if (found.isEmpty()) {
            return Finding.ABSENT;
        }
        return found.getFirst().equals(wanted.digest()) ? Finding.SAME : Finding.OTHER;
    }

    /**
     * Says of a frame that it had been durable and that the log ends before it.
     *
     * @param witness the path of what shows that
     */
    public static CorruptLogException lost(Storage storage, long sequence, String witness) throws IOException {
        String last = Segments.name(Math.max(1, Segments.count(storage)));
        try (StorageFile file = storage.open(last)) {
            return new CorruptLogException(
                    storage.describe(last),
                    file.size(),
                    sequence,
                    "is missing; that %s stands on it shows that it had been durable".formatted(witness));
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
