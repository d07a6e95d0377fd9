/** Calling one function of any component from the command line. */
@NullMarked
package dev.wasmledger.cli.invoke;

import org.jspecify.annotations.NullMarked;
