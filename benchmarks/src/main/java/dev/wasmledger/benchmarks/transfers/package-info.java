/** What the composed graph commits in a second, in memory, beside the same rules in plain Java. */
@NullMarked
package dev.wasmledger.benchmarks.transfers;

import org.jspecify.annotations.NullMarked;
