package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What one pass over a segment found.
 *
 * @param header the segment's
 * @param chain what the next frame would stand on
 * @param end where the last whole frame ends
 * @param sealed whether a seal stands there, and nothing behind it
 * @param tornTail what a crash left behind the last whole frame
 */
record SegmentScan(SegmentHeader header, Chain chain, long end, boolean sealed, Optional<TornTail> tornTail) {

    /**
     * Reads a segment from its first frame to its last.
     *
     * @param start is given the segment's header before any frame
     * @param last whether no segment comes behind it: only then a crash can have left something unfinished in it
     * @throws CorruptLogException if something is missing or changed that had been durable
     */
    static SegmentScan run(
            Storage storage, int number, boolean last, Consumer<SegmentHeader> start, FrameHandler handler)
            throws IOException {
        String path = storage.describe(Segments.name(number));
        try (StorageFile file = storage.open(Segments.name(number))) {
            SegmentHeader header = SegmentHeader.read(file, path, number);
            start.accept(header);
            SegmentScan scan = run(file, path, header, handler);
            if (!last && scan.tornTail.isPresent()) {
                TornTail torn = scan.tornTail.get();
                throw new CorruptLogException(
                        path,
                        torn.offset(),
                        scan.chain.head().sequence() + 1,
                        torn.problem() + "; that there is a segment behind it shows that it had been durable");
            }
            return scan;
        }
    }

    private static SegmentScan run(StorageFile file, String path, SegmentHeader header, FrameHandler handler)
            throws IOException {
        FrameReader reader = new FrameReader(file, path, header.nonce());
        Chain chain = header.start();
        long offset = header.bytes();
        while (true) {
            switch (reader.read(offset, chain)) {
                case FrameReader.Step.Whole(Frame frame) -> {
                    handler.frame(frame);
                    chain = chain.plus(frame.digest());
                    offset = frame.end();
                }
                case FrameReader.Step.Seal(long end) -> {
                    Optional<TornTail> tail = tail(file, path, header, chain, end, "is not whole");
                    return new SegmentScan(header, chain, offset, tail.isEmpty(), tail);
                }
                case FrameReader.Step.Damaged(String problem) -> {
                    return new SegmentScan(
                            header, chain, offset, false, tail(file, path, header, chain, offset, problem));
                }
            }
        }
    }

    private static Optional<TornTail> tail(
            StorageFile file, String path, SegmentHeader header, Chain chain, long offset, String problem)
            throws IOException {
        long damaged = chain.head().sequence() + 1;
        DurabilityEvidence evidence = DurabilityEvidence.find(file, offset, damaged, header.nonce());
        if (evidence.vouching().isPresent()) {
            throw new CorruptLogException(
                    path,
                    offset,
                    damaged,
                    "%s; what stands at offset %d shows that it had been durable"
                            .formatted(problem, evidence.vouching().getAsLong()));
        }
        if (evidence.isBlank()) {
            return Optional.empty();
        }
        long length = evidence.lastByte().orElseThrow() + 1 - offset;
        return Optional.of(new TornTail(path, offset, length, problem));
    }
}
