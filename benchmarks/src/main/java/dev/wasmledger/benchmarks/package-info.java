/** Measurements, each beside a peer in the same run. */
@NullMarked
package dev.wasmledger.benchmarks;

import org.jspecify.annotations.NullMarked;
