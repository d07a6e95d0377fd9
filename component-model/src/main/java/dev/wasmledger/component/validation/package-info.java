/** Components checked against the rules of the specification, with every index resolved to its type. */
@NullMarked
package dev.wasmledger.component.validation;

import org.jspecify.annotations.NullMarked;
