package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Span;

/** Ends the reading of one line or one transaction; reading goes on behind it. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    private Unreadable(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    static Unreadable of(Problem problem, String message, Span place) {
        return new Unreadable(Diagnostic.error(problem.id(), message, place));
    }

    static Unreadable of(Diagnostic diagnostic) {
        return new Unreadable(diagnostic);
    }

    Unreadable hint(String hint) {
        return new Unreadable(diagnostic.withHint(hint));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
