/**
 * Calls from component to component (CanonicalABI.md, "canon lower" of a "canon lift"): bytecode generated for each pair,
 * which carries values from one memory to the other without an object for any of them.
 */
@NullMarked
package dev.wasmledger.runtime.internal.adapter;

import org.jspecify.annotations.NullMarked;
