package dev.wasmledger.cli.report;

import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Place;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A point in a ledger's past. */
public sealed interface PointInTime {

    /** When that frame of the log was the last one. */
    record Frame(long sequence) implements PointInTime {}

    /** That time. */
    record Moment(Instant instant) implements PointInTime {}

    /**
     * Reads what a user wrote.
     *
     * @throws DateTimeException if it is neither a number nor a time
     */
    static PointInTime parse(String text) {
        return text.matches("\\d{1,18}") ? new Frame(Long.parseLong(text)) : new Moment(Instant.parse(text));
    }

    /** As users write it. */
    default String text() {
        return switch (this) {
            case Frame(long sequence) -> Long.toString(sequence);
            case Moment(Instant instant) -> instant.toString();
        };
    }

    /**
     * The last moment that counts, in nanoseconds since 1970-01-01T00:00:00Z.
     *
     * @param place of the ledger, for the diagnostic
     * @throws DiagnosticException if the log has not come that far
     */
    default long nanos(Ledger ledger, Place place) throws IOException {
        return switch (this) {
            case Frame(long sequence) -> ofFrame(ledger, sequence, place);
            case Moment(Instant instant) -> ofMoment(instant, place);
        };
    }

    private static long ofFrame(Ledger ledger, long sequence, Place place) throws IOException {
        long last = ledger.head().sequence();
        if (sequence < 1 || sequence > last) {
            throw new DiagnosticException(Diagnostic.error(
                            "BOOK0006", "the log has no frame %d: its last one is %d".formatted(sequence, last), place)
                    .withHint("`wasmledger log show` lists them with their times"));
        }
        return ledger.timeOf(sequence);
    }

    private static long ofMoment(Instant instant, Place place) {
        if (instant.isAfter(Instant.now())) {
            throw new DiagnosticException(Diagnostic.error(
                    "BOOK0007", "the books as they will be at " + instant + " are not known yet", place));
        }
        return Math.max(ChronoUnit.NANOS.between(Instant.EPOCH, instant), 0);
    }
}
