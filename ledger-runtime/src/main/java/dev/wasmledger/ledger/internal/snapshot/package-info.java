/**
 * Snapshots on disk: what the log's frames add up to at one of them, so that opening a ledger need not read them all. The log
 * stays the truth: a snapshot that is not in order is passed over, and none is needed.
 */
@NullMarked
package dev.wasmledger.ledger.internal.snapshot;

import org.jspecify.annotations.NullMarked;
