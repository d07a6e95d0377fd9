/** Reads YAML into a tree that knows where each key and value stands. */
@NullMarked
package dev.wasmledger.composer.internal.yaml;

import org.jspecify.annotations.NullMarked;
