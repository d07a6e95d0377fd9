/**
 * Reads plain-text accounting journals: text in, balanced transactions or diagnostics out.
 *
 * <p>A file goes through three stages, each transaction on its own: characters become a {@code WrittenTransaction}
 * (amounts may still be missing), the {@code Balancer} makes a {@link dev.wasmledger.cli.journal.JournalTransaction} of
 * it (every amount there, every lot known), and {@link dev.wasmledger.cli.journal.Journal} is all of them. The reference
 * for what an amount, a price or a lot means is the {@code ledger} program, release 3.3.
 */
@NullMarked
package dev.wasmledger.cli.journal;

import org.jspecify.annotations.NullMarked;
