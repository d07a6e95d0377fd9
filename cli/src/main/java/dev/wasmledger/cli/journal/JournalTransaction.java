package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A transaction with all amounts known. What it moves of each commodity sums to zero, or is exchanged for what it moves
 * of others.
 *
 * @param place its first line
 * @param date its day
 * @param effectiveDate the day on which it counts, where that is another one
 * @param clearing its mark
 * @param code the text in parentheses, a cheque's number for instance
 * @param payee what it is about
 * @param notes what comments say about it
 * @param postings the real ones; virtual ones are left out
 */
public record JournalTransaction(
        Span place,
        LocalDate date,
        Optional<LocalDate> effectiveDate,
        Clearing clearing,
        Optional<String> code,
        String payee,
        List<Note> notes,
        List<JournalPosting> postings) {

    public JournalTransaction {
        notes = List.copyOf(notes);
        postings = List.copyOf(postings);
    }
}
