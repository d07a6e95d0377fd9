package dev.wasmledger.ledger.internal.snapshot;

import dev.wasmledger.ledger.internal.table.StoreSnapshot;
import dev.wasmledger.ledger.log.Head;

/**
 * All that recovery makes of a log up to a frame, as it was then, while the ledger goes on. Belongs to the thread that writes
 * it down.
 *
 * @param head the frame
 * @param marks what there is beside tables
 * @param tables those of the components
 * @param books those of the host
 */
public record StateSnapshot(Head head, Marks marks, StoreSnapshot tables, StoreSnapshot books)
        implements AutoCloseable {

    /** The ledger need not keep it any more. */
    @Override
    public void close() {
        tables.close();
        books.close();
    }
}
