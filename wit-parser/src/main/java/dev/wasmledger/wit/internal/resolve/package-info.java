/** Syntax trees to the resolved model. */
@NullMarked
package dev.wasmledger.wit.internal.resolve;

import org.jspecify.annotations.NullMarked;
