package dev.wasmledger.cli.jsonl;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Place;

/** Ends the reading of one line; reading goes on with the next one. */
final class UnreadableLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    UnreadableLine(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    static UnreadableLine of(String id, String message, Place place) {
        return new UnreadableLine(Diagnostic.error(id, message, place));
    }

    UnreadableLine hint(String hint) {
        return new UnreadableLine(diagnostic.withHint(hint));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
