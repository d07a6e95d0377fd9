package dev.wasmledger.cli.report;

import dev.wasmledger.cli.booking.MinorUnits;
import dev.wasmledger.cli.journal.CommodityFormat;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An asset of the books.
 *
 * @param number the books' number for it
 * @param code its name
 * @param scale its decimals
 * @param format how its amounts are written
 */
public record AssetView(int number, String code, int scale, CommodityFormat format) {

    /** So many minor units, as a decimal. */
    public BigDecimal decimal(BigInteger minorUnits) {
        return MinorUnits.toDecimal(minorUnits, scale);
    }
}
