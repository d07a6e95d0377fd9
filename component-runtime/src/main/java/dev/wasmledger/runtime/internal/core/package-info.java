/**
 * The seam to the core WebAssembly engine: what the runtime needs of one, without naming it. Functions cross the seam
 * as objects of generated interfaces with the function's own JVM types, so that a call boxes nothing.
 */
@NullMarked
package dev.wasmledger.runtime.internal.core;

import org.jspecify.annotations.NullMarked;
