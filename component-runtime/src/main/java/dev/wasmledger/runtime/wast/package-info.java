/** Runs test scripts of the component model: those of the specification and of its reference tools, or one's own. */
@NullMarked
package dev.wasmledger.runtime.wast;

import org.jspecify.annotations.NullMarked;
