/** Puts components together definition by definition. */
@NullMarked
package dev.wasmledger.composer.internal.encode;

import org.jspecify.annotations.NullMarked;
