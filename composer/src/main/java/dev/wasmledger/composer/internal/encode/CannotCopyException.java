package dev.wasmledger.composer.internal.encode;

/** A type of one component cannot be said in another; the message says why, starting with "its". */
public final class CannotCopyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotCopyException(String message) {
        super(message);
    }
}
