package dev.wasmledger.wit.diagnostic;

/** How bad a diagnostic is. */
public enum Severity {
    /** There is no result, or the result must not be used. */
    ERROR,
    /** The result stands, but is probably not what was meant. */
    WARNING
}
