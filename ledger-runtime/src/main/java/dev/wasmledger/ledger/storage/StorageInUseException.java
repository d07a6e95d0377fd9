package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody else holds the folder. */
public final class StorageInUseException extends IOException {

    private final String owner;

    StorageInUseException(Path folder, String owner) {
        super(folder + ": in use by " + owner + "; a ledger has one owner at a time");
        this.owner = owner;
    }

    /** Who holds it, as the owner wrote it down: process id, host and since when. */
    public String owner() {
        return owner;
    }
}
