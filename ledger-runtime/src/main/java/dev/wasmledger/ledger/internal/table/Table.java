package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;

/** A table: committed rows, and above them the writes of the command at hand. */
public sealed interface Table permits HashedTable, OrderedTable, BlobTable {

    TableKind kind();

    /** Whether the command at hand has written anything. */
    boolean changed();

    /** Puts the command's writes, in an order that depends on nothing but the writes. */
    void writeChanges(ByteSink target);

    /** Makes the command's writes the committed state. */
    void keep();

    /** Forgets the command's writes. */
    void drop();

    /** Takes in committed writes as {@link #writeChanges} put them. */
    void fold(ByteSource source);

    /** Gives all committed rows, in the order of their keys, as {@link #writeChanges} would put them. */
    void eachRow(RowBytes consumer);
}
