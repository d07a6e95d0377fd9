package dev.wasmledger.ledger.internal.snapshot;

import java.io.IOException;

/** A snapshot that cannot be relied on. */
public final class BadSnapshotException extends IOException {

    /**
     * @param path the snapshot's file
     * @param problem what is wrong with it
     */
    BadSnapshotException(String path, String problem) {
        super(path + ": " + problem);
    }
}
