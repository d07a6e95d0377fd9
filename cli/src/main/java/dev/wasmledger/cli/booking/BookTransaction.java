package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.wit.diagnostic.Place;
import java.time.LocalDate;
import java.util.List;

/**
 * A transaction that a file wants to have posted, wholly or not at all.
 *
 * @param id the same for the same transaction in any file
 * @param title how people know it
 * @param date the day that it counts from
 * @param reference what it is called elsewhere; may be empty
 * @param code the reason for its transfers, 1 to 65535
 * @param postings in the file's order
 * @param text what is said about the whole of it
 * @param place where it begins
 */
public record BookTransaction(
        U128 id,
        String title,
        LocalDate date,
        String reference,
        int code,
        List<BookPosting> postings,
        List<Entry> text,
        Place place) {

    public BookTransaction {
        postings = List.copyOf(postings);
        text = List.copyOf(text);
    }

    /** What the books keep of it beside its transfers, whose first one has its text. */
    Transaction record() {
        return new Transaction(id, Math.toIntExact(date.toEpochDay()), U128s.ZERO, reference, List.of());
    }
}
