package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Span;
import java.math.BigDecimal;

/**
 * An amount as it was written.
 *
 * @param quantity with as many decimals as were written
 * @param unit what is counted
 * @param format how it was written
 * @param place where it stands
 */
record WrittenAmount(BigDecimal quantity, Unit unit, CommodityFormat format, Span place) {}
