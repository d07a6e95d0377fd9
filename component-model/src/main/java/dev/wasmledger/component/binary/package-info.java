/** The binary format of components (Binary.md): bytes to model and back. */
@NullMarked
package dev.wasmledger.component.binary;

import org.jspecify.annotations.NullMarked;
