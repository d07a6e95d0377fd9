/**
 * The core engine: Chicory. This is the only package that names its classes; another engine with the same API (Chicory's
 * successor has it under another name) is a change of imports here.
 */
@NullMarked
package dev.wasmledger.runtime.internal.chicory;

import org.jspecify.annotations.NullMarked;
