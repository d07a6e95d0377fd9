package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A transaction as it was written.
 *
 * @param place its first line
 * @param notes what comments say about the whole of it; grows with comments on the lines that follow
 * @param postings in their order; grows as lines are read
 */
record WrittenTransaction(
        Span place,
        LocalDate date,
        Optional<LocalDate> effectiveDate,
        Clearing clearing,
        Optional<String> code,
        String payee,
        List<Note> notes,
        List<WrittenPosting> postings) {

    WrittenTransaction {
        notes = new ArrayList<>(notes);
        postings = new ArrayList<>(postings);
    }

    /** Where a comment on a line of its own belongs: to the posting above it, to the transaction if there is none. */
    List<Note> openNotes() {
        return postings.isEmpty() ? notes : postings.getLast().notes();
    }
}
