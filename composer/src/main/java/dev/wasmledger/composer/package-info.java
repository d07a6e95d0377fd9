/**
 * Makes components: from a core module and a WIT world, and from other components.
 *
 * <p>{@link dev.wasmledger.composer.Componentizer} and {@link dev.wasmledger.composer.LedgerComposer} are the ways in.
 */
@NullMarked
package dev.wasmledger.composer;

import org.jspecify.annotations.NullMarked;
