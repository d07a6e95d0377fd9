package dev.wasmledger.cli.report;

import dev.wasmledger.cli.journal.CommodityFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A lot that an account holds.
 *
 * @param price for one unit
 * @param commodity what the price is in
 * @param format how amounts of that are written
 * @param date the day of the purchase, where one is known
 */
public record LotView(BigDecimal price, String commodity, CommodityFormat format, Optional<LocalDate> date)
        implements Comparable<LotView> {

    private static final Comparator<LotView> ORDER = Comparator.comparing(LotView::commodity)
            .thenComparing(LotView::price)
            .thenComparing(lot -> lot.date().orElse(LocalDate.MIN));

    @Override
    public int compareTo(LotView other) {
        return ORDER.compare(this, other);
    }

    /** As journals write it: <code>{$20.53} [2002/09/30]</code>. */
    @Override
    public String toString() {
        return "{" + format.printPrice(price) + "}"
                + date.map(day -> " [" + day.toString().replace('-', '/') + "]").orElse("");
    }
}
