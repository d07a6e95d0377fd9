/** What exists while a component runs: the state of an instance and of its parts, and the rules of entering and leaving. */
@NullMarked
package dev.wasmledger.runtime.internal.instance;

import org.jspecify.annotations.NullMarked;
