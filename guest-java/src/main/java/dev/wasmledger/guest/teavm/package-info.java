/** Compiles Java guests to core WebAssembly modules with TeaVM. */
@NullMarked
package dev.wasmledger.guest.teavm;

import org.jspecify.annotations.NullMarked;
