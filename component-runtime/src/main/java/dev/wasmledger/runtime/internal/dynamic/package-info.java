/** Lifting and lowering of value trees, by interpreting their types. */
@NullMarked
package dev.wasmledger.runtime.internal.dynamic;

import org.jspecify.annotations.NullMarked;
