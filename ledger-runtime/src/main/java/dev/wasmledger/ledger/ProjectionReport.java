package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Report;

/**
 * What a projection has to say.
 *
 * @param appliedThrough the number of the last frame that it has taken in
 */
public record ProjectionReport(long appliedThrough, Report report) {}
