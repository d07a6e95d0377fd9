/**
 * Where generated host bindings meet an instance: for each of a binding's interfaces of core-typed calls, a class spun for
 * one plan that calls straight into core functions, or is called by them.
 */
@NullMarked
package dev.wasmledger.runtime.internal.binding;

import org.jspecify.annotations.NullMarked;
