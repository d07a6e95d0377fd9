/** How the runtime does what it does; nothing in here is meant for other modules. */
@NullMarked
package dev.wasmledger.runtime.internal;

import org.jspecify.annotations.NullMarked;
