package dev.wasmledger.ledger.log;

import java.io.IOException;

/** The log takes no more frames, since this failure or an earlier one. What was acknowledged before is durable. */
public final class LogStoppedException extends IOException {

    private final LogStatus status;

    LogStoppedException(LogStatus status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** What state the log is in since. */
    public LogStatus status() {
        return status;
    }
}
