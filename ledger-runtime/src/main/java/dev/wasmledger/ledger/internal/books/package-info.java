/** The host's own sums: what it holds every component to before anything is written to the log. */
@NullMarked
package dev.wasmledger.ledger.internal.books;

import org.jspecify.annotations.NullMarked;
