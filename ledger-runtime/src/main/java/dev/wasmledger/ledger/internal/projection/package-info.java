/** The reader: projections, fed from the log on a thread of their own. */
@NullMarked
package dev.wasmledger.ledger.internal.projection;

import org.jspecify.annotations.NullMarked;
