package dev.wasmledger.benchmarks.table;

import dev.wasmledger.ledger.internal.table.OrderedTable;

/** Rows of sixteen numbers under u128 keys, and of eight in the order of theirs. Keys are numbers from 0 to a count. */
interface Peer {

    /** A row of sixteen under a key; gives its first number. */
    long get(long key);

    /** Writes a row of sixteen, whose first number is given. */
    void put(long key, long value);

    /** Writes a row of eight. */
    void putOrdered(OrderedTable.Key key, long value);

    /** Adds up what so many rows from a key on hold. */
    long scan(OrderedTable.Key from, int rows);

    /** The command at hand is over: its writes stay. */
    void keep();

    /** The command at hand is over: its writes are gone. */
    void drop();
}
