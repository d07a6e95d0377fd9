/** What the decoders of components and of core modules share. */
@NullMarked
package dev.wasmledger.component.internal.binary;

import org.jspecify.annotations.NullMarked;
