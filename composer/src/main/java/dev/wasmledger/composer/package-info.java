/**
 * Makes components: from a core module and a WIT world, and from other components.
 *
 * <p>{@link dev.wasmledger.composer.LedgerFile} is what a {@code ledger.yaml} says.
 */
@NullMarked
package dev.wasmledger.composer;

import org.jspecify.annotations.NullMarked;
