/** What a whole ledger does, from the request to the disk and back, beside PostgreSQL. */
@NullMarked
package dev.wasmledger.benchmarks.durable;

import org.jspecify.annotations.NullMarked;
