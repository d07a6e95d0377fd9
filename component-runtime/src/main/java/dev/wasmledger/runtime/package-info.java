/** Instantiates and runs components on the JVM. */
@NullMarked
package dev.wasmledger.runtime;

import org.jspecify.annotations.NullMarked;
