/**
 * What a file wants to have in the books, and how that is put to a ledger: transactions of several postings become
 * chains of transfers between two accounts each.
 */
@NullMarked
package dev.wasmledger.cli.booking;

import org.jspecify.annotations.NullMarked;
