package dev.wasmledger.runtime;

/** A component, its imports and what was given for them do not fit together; nothing has run. */
public sealed class LinkException extends RuntimeException permits NotBuiltException {

    private static final long serialVersionUID = 1L;

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
