package dev.wasmledger.cli.service;

import dev.wasmledger.cli.booking.Outcome;
import dev.wasmledger.cli.booking.Poster;
import dev.wasmledger.ledger.log.Head;
import java.util.List;

/**
 * What came of posting a file.
 *
 * @param outcomes what became of each transaction, in the file's order
 * @param before the head of the log before
 * @param after the head of the log after
 */
public record PostingResult(List<Poster.Settled> outcomes, Head before, Head after) {

    public PostingResult {
        outcomes = List.copyOf(outcomes);
    }

    /** How many transactions came to such an end. */
    public long count(Class<? extends Outcome> kind) {
        return outcomes.stream()
                .filter(settled -> kind.isInstance(settled.outcome()))
                .count();
    }

    /** Whether the log is what it was. */
    public boolean changedNothing() {
        return before.equals(after);
    }

    /** Whether every transaction is in the books now. */
    public boolean isComplete() {
        return count(Outcome.Vetoed.class) + count(Outcome.Rejected.class) == 0;
    }
}
