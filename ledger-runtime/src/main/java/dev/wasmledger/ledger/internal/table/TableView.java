package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;

/** The rows of a table as they were at one moment, whatever has become of the table since. Belongs to one thread. */
interface TableView extends AutoCloseable {

    /** Whether there are rows that have not been put yet. */
    boolean hasNext();

    /** Puts some rows for {@link Table#load}; where they are large, at least one, and no more behind that many bytes. */
    void next(ByteSink target, int end);

    /** The table need not keep the rows any more. */
    @Override
    void close();
}
