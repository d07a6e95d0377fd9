/** Names: which one was meant, and which interface can stand for which. */
@NullMarked
package dev.wasmledger.composer.internal.name;

import org.jspecify.annotations.NullMarked;
