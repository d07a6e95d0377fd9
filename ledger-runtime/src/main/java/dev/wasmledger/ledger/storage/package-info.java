/**
 * The few things that a ledger asks of a disk. Everything durable goes through {@link
 * dev.wasmledger.ledger.storage.Storage}, so that tests can stand in for a disk that fails.
 */
@NullMarked
package dev.wasmledger.ledger.storage;

import org.jspecify.annotations.NullMarked;
