package dev.wasmledger.runtime;

/** A component, its imports and what was given for them do not fit together; nothing has run. */
public final class LinkException extends RuntimeException {

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
