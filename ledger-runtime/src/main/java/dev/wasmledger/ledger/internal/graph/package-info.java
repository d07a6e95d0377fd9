/** The one place where a ledger meets the component runtime: the composed component, instantiated. */
@NullMarked
package dev.wasmledger.ledger.internal.graph;

import org.jspecify.annotations.NullMarked;
