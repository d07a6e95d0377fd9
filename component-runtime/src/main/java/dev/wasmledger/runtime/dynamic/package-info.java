/** Calling components without generated bindings, with values as trees: for tools and tests, not for hot paths. */
@NullMarked
package dev.wasmledger.runtime.dynamic;

import org.jspecify.annotations.NullMarked;
