package dev.wasmledger.ledger.log;

/** Whether a log takes more frames. */
public sealed interface LogStatus {

    /** It does. */
    record Writable() implements LogStatus {}

    /**
     * Something could not be written: no room, or a failing disk. Nothing is appended any more; what was acknowledged is
     * durable, and can be read.
     */
    record Stopped(String reason) implements LogStatus {}

    /**
     * Something could not be forced. What was acknowledged is durable; of what came later nothing is known until the log
     * is opened again.
     */
    record Failed(String reason) implements LogStatus {}
}
