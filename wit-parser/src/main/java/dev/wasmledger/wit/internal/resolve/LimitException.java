package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.diagnostic.Place;

/** The model would grow beyond a limit: resolving ends, with a diagnostic. */
final class LimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    LimitException(String message, Place place) {
        super(message);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
