package dev.wasmledger.ledger.internal.graph;

import dev.wasmledger.ledger.Verdict;

/** The components of a deployment could not be instantiated. */
public final class GraphException extends Exception {

    private final Verdict verdict;

    public GraphException(Verdict verdict, Throwable cause) {
        super(verdict.instance() + ": " + verdict.reason(), cause);
        this.verdict = verdict;
    }

    /** Which of them failed, and why. */
    public Verdict verdict() {
        return verdict;
    }
}
