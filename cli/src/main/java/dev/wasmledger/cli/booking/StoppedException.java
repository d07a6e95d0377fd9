package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.Verdict;

/** A component of the ledger failed, and the command that it failed in was not carried out. */
public final class StoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    public StoppedException(Verdict verdict) {
        super(verdict.instance() + " stopped the command: " + verdict.reason());
    }
}
