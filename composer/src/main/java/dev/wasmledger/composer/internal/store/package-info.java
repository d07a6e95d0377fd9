/** Where components lie: shipped with the program, or in the local Maven repository. */
@NullMarked
package dev.wasmledger.composer.internal.store;

import org.jspecify.annotations.NullMarked;
