package dev.wasmledger.cli.journal;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a balanced transaction.
 *
 * @param account its full name, segments separated by colons
 * @param quantity how much goes to the account; negative where it comes from there; may be zero
 * @param unit what is counted
 * @param notes what comments say about it
 */
public record JournalPosting(String account, BigDecimal quantity, Unit unit, List<Note> notes) {

    public JournalPosting {
        notes = List.copyOf(notes);
    }
}
