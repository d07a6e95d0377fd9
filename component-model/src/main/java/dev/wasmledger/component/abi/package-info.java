/** How values lie in linear memory and in core parameters: CanonicalABI.md's sizes, alignments and flattening. */
@NullMarked
package dev.wasmledger.component.abi;

import org.jspecify.annotations.NullMarked;
