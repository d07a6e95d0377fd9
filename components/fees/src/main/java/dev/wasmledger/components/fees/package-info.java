/** The component {@code wasmledger:fees}: a program that charges a fee with each transfer of a kind. */
@NullMarked
package dev.wasmledger.components.fees;

import org.jspecify.annotations.NullMarked;
