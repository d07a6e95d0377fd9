/** How bindings are made: names, value types, and the code that lifts and lowers. */
@NullMarked
package dev.wasmledger.bindgen.internal;

import org.jspecify.annotations.NullMarked;
