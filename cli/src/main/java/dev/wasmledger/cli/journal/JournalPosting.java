package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a balanced transaction.
 *
 * @param account its full name, segments separated by colons
 * @param quantity how much goes to the account; negative where it comes from there; may be zero
 * @param workedOut whether the file leaves the quantity out
 * @param unit what is counted
 * @param notes what comments say about it
 * @param place where it stands
 */
public record JournalPosting(
        String account, BigDecimal quantity, boolean workedOut, Unit unit, List<Note> notes, Span place) {

    public JournalPosting {
        notes = List.copyOf(notes);
    }
}
