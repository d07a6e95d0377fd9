package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.log.Digest;

/** Takes rows one by one, so that a table of any size has a digest. */
public final class RowBytes {

    private final ByteSink sink = new ByteSink();
    private final Digest.Builder digest = new Digest.Builder();

    /** Where the next row's bytes go. */
    ByteSink sink() {
        return sink;
    }

    /** The row is whole. */
    void row() {
        digest.add(sink.bytes());
        sink.clear();
    }

    Digest digest() {
        return digest.build();
    }
}
