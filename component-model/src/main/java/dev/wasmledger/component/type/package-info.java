/** Types with every index resolved: what validation gives to each definition of a component. */
@NullMarked
package dev.wasmledger.component.type;

import org.jspecify.annotations.NullMarked;
