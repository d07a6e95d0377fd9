package dev.wasmledger.runtime;

/** A component did what it must not do; the instance that did it cannot be entered again. */
public final class Trap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Trap(String message) {
        super(message);
    }

    public Trap(String message, Throwable cause) {
        super(message, cause);
    }
}
