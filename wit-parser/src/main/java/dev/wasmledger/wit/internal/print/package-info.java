/** The resolved model to canonical WIT text. */
@NullMarked
package dev.wasmledger.wit.internal.print;

import org.jspecify.annotations.NullMarked;
