package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;

/** The rows of a table as they were at one moment, whatever has become of the table since. Belongs to one thread. */
interface TableView extends AutoCloseable {

    /** Whether there are rows that were not put yet. */
    boolean hasNext();

    /** Puts the next rows as {@link Table#writeChanges} would: at least one, and no more once so many bytes are put. */
    void next(ByteSink target, int bytes);

    /** The table need not keep the rows any more. */
    @Override
    void close();
}
