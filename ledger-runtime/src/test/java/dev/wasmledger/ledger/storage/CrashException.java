package dev.wasmledger.ledger.storage;

import java.io.IOException;

/** The machine has stopped: what every call to a {@link VolatileStorage} gets from its crash on. */
public final class CrashException extends IOException {

    CrashException() {
        super("the machine has stopped");
    }
}
