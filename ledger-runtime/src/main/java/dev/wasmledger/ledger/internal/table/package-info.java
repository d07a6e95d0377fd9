/**
 * The tables that components keep their state in. Each has rows that are committed and, above them, the writes of the
 * command that is being carried out, which are kept or dropped as a whole.
 */
@NullMarked
package dev.wasmledger.ledger.internal.table;

import org.jspecify.annotations.NullMarked;
