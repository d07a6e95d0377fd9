/**
 * What generated host bindings stand on: linear memory, canonical options, and the narrow interfaces of core-typed
 * calls through which a binding and a component instance meet. Nothing in here is meant to be called by hand.
 */
@NullMarked
package dev.wasmledger.runtime.abi;

import org.jspecify.annotations.NullMarked;
