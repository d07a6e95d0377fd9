/** WebAssembly files that people give the command: read, looked into, and told about. */
@NullMarked
package dev.wasmledger.cli.wasm;

import org.jspecify.annotations.NullMarked;
