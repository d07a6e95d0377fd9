package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.util.Optional;

/**
 * What one pass over a whole log found.
 *
 * @param head the last whole frame
 * @param end where it ends, in bytes
 * @param sealed whether the log was closed in good order
 * @param tornTail what a crash left behind the last whole frame
 */
public record LogScan(Head head, long end, boolean sealed, Optional<TornTail> tornTail) {

    /**
     * Reads the log of that folder from its first frame to its last and changes nothing.
     *
     * @throws CorruptLogException if something is missing or changed that had been durable
     */
    public static LogScan run(Storage storage, FrameHandler handler) throws IOException {
        try (StorageFile file = storage.open(FrameLog.FILE)) {
            return run(file, storage.describe(FrameLog.FILE), handler);
        }
    }

    static LogScan run(StorageFile file, String path, FrameHandler handler) throws IOException {
        FrameReader reader = new FrameReader(file, path);
        FileHeader.check(file, path);
        Head head = Head.ofEmptyLog();
        long offset = FileHeader.BYTES;
        while (true) {
            switch (reader.read(offset, head)) {
                case FrameReader.Step.Whole(Frame frame) -> {
                    handler.frame(frame);
                    head = new Head(frame.sequence(), frame.digest());
                    offset = frame.end();
                }
                case FrameReader.Step.End() -> {
                    return new LogScan(head, offset, false, Optional.empty());
                }
                case FrameReader.Step.Seal(long end) -> {
                    Optional<TornTail> tail = end == file.size()
                            ? Optional.empty()
                            : tornTail(file, path, head, end, "is not whole", end);
                    return new LogScan(head, offset, tail.isEmpty(), tail);
                }
                case FrameReader.Step.Damaged(String problem, long next) -> {
                    return new LogScan(head, offset, false, tornTail(file, path, head, offset, problem, next));
                }
            }
        }
    }

    private static Optional<TornTail> tornTail(
            StorageFile file, String path, Head head, long offset, String problem, long next) throws IOException {
        long damaged = head.sequence() + 1;
        Optional<Long> evidence = DurabilityEvidence.find(file, next, damaged);
        if (evidence.isPresent()) {
            throw new CorruptLogException(
                    path,
                    offset,
                    damaged,
                    problem + "; what stands at offset " + evidence.get() + " shows that it had been durable");
        }
        return Optional.of(new TornTail(offset, file.size() - offset, problem));
    }
}
