package dev.wasmledger.benchmarks.transfers;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;

/** Books that transfers are committed to. */
interface Peer {

    /** Opens so many accounts more, from one on. */
    void open(int from, int count);

    /** Makes of a batch what {@link #commit} takes; this is not measured. */
    default Object prepare(TransferList batch) {
        return batch;
    }

    /** Commits a batch; says how many of it were created. */
    int commit(Object prepared);
}
