package dev.wasmledger.ledger.storage;

import java.io.IOException;

/** There is no room for what was to be written; a part of it may be there. */
public final class DiskFullException extends IOException {

    /** @param message in the operating system's words */
    public DiskFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
