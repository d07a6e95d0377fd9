/** What a call across a component's boundary costs, beside plain Java calls and Wasmtime in the same process. */
@NullMarked
package dev.wasmledger.benchmarks.boundary;

import org.jspecify.annotations.NullMarked;
