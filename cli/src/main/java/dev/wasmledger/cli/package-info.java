/** The {@code wasmledger} command: picocli commands that turn arguments into requests, and results into text. */
@NullMarked
package dev.wasmledger.cli;

import org.jspecify.annotations.NullMarked;
