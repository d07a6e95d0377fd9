package dev.wasmledger.ledger;

/** The components did not answer a question. The books are as they were. */
public final class QueryFailedException extends Exception {

    private final Verdict verdict;

    public QueryFailedException(Verdict verdict) {
        super(verdict.instance() + ": " + verdict.reason());
        this.verdict = verdict;
    }

    /** Which component failed, and why. */
    public Verdict verdict() {
        return verdict;
    }
}
