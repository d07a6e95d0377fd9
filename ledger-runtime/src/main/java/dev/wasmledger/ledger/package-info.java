/**
 * A ledger deployment: its components, its state and its log. {@link dev.wasmledger.ledger.Ledger} is where to start.
 */
@NullMarked
package dev.wasmledger.ledger;

import org.jspecify.annotations.NullMarked;
