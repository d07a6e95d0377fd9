/**
 * The component {@code wasmledger:engine}: it keeps the books. What it decides follows from its tables and the request
 * alone; between calls it remembers nothing.
 */
@NullMarked
package dev.wasmledger.components.engine;

import org.jspecify.annotations.NullMarked;
