/** What the ledger's tables do in a second, and how many bytes a row takes, beside the maps of {@code java.util}. */
@NullMarked
package dev.wasmledger.benchmarks.table;

import org.jspecify.annotations.NullMarked;
