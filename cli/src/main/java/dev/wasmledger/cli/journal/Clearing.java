package dev.wasmledger.cli.journal;

/** Whether a transaction has been checked against a statement. */
public enum Clearing {
    UNMARKED,
    /** Marked with an exclamation mark. */
    PENDING,
    /** Marked with an asterisk. */
    CLEARED
}
