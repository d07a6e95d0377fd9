/** Proofs that a transaction is in a ledger's log, as files. */
@NullMarked
package dev.wasmledger.cli.proof;

import org.jspecify.annotations.NullMarked;
