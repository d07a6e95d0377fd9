package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;

/** What became of a transaction. */
public sealed interface Outcome {

    /** It is in the books now. */
    record Posted() implements Outcome {}

    /** It was in the books before; nothing was done. */
    record Known() implements Outcome {}

    /** It moves nothing; its accounts are there. */
    record Empty() implements Outcome {}

    /** A policy said no. */
    record Vetoed(String policy, String reason) implements Outcome {}

    /**
     * The engine refused it.
     *
     * @param status why
     * @param debit the account that was to be debited
     * @param credit the account that was to be credited
     */
    record Rejected(TransferStatus status, String debit, String credit) implements Outcome {}
}
