/**
 * Turns a validated component into a flat link plan. Nesting, aliases and outer references are followed once, here; what
 * is left is a list of steps, each of which makes one core instance or one function.
 */
@NullMarked
package dev.wasmledger.runtime.internal.plan;

import org.jspecify.annotations.NullMarked;
