package dev.wasmledger.ledger;

import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.TornTail;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a whole log again: its CRCs, its chain, and whether each frame follows from the books that the frames
 * before it add up to.
 *
 * @param path the folder of the log's files
 * @param head the last frame that is in order
 * @param bytes how many bytes the frames take that are in order
 * @param commands how many frames hold a command
 * @param transfers how many transfers were committed
 * @param accounts how many accounts there are
 * @param state covers every row of every component's tables
 * @param sealed whether the log was closed in good order
 * @param tornTail what a crash left behind the last frame; the next opening cuts it off
 * @param snapshots those beside the log, in the order of their frames
 * @param problem what is wrong with the log, if anything is
 */
public record LedgerVerification(
        String path,
        Head head,
        long bytes,
        long commands,
        long transfers,
        int accounts,
        Digest state,
        boolean sealed,
        Optional<TornTail> tornTail,
        List<Snapshot> snapshots,
        Optional<Problem> problem) {

    public LedgerVerification {
        snapshots = List.copyOf(snapshots);
    }

    /** Whether nothing at all is wrong. */
    public boolean isWhole() {
        return problem.isEmpty()
                && snapshots.stream().allMatch(snapshot -> snapshot.problem().isEmpty());
    }

    /**
     * A snapshot, which opening the ledger can start from. It holds what the log's frames add up to, unless there is a problem.
     *
     * @param file its path
     * @param sequence the number of the frame that it stands on
     * @param problem what is wrong with it, if anything is; opening the ledger passes it over then
     */
    public record Snapshot(String file, long sequence, Optional<String> problem) {}

    /**
     * Where something is wrong.
     *
     * @param offset in bytes from the start of the segment that the message names
     * @param sequence the number of the frame there, or of the one that should be there
     * @param message what is wrong, with file and offset
     */
    public record Problem(long offset, long sequence, String message) {}
}
