/** WebAssembly components: their binary form, types, validation, canonical ABI layout, and their bridge to WIT. */
@NullMarked
package dev.wasmledger.component;

import org.jspecify.annotations.NullMarked;
