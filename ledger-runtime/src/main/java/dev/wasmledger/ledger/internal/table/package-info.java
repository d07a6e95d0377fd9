/**
 * The tables that components keep their state in: rows in arrays of numbers, with the log behind them. The writes of the
 * command that is being carried out are kept or dropped as a whole; until then, each row that it has changed is remembered as
 * it was. Snapshots are read beside it by another thread.
 */
@NullMarked
package dev.wasmledger.ledger.internal.table;

import org.jspecify.annotations.NullMarked;
