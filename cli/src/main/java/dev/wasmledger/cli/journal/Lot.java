package dev.wasmledger.cli.journal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What tells one purchase of a commodity from another one: its price and its day. Two lots are equal if these are, however
 * many decimals of the price are worth showing.
 *
 * @param price for one unit, exactly
 * @param decimals how many decimals of the price are worth showing
 * @param commodity what the price is in
 * @param date the day of the purchase, where the journal says or implies one
 */
public record Lot(Rational price, int decimals, String commodity, Optional<LocalDate> date) {

    /** The price, rounded to the decimals worth showing and without trailing zeros. */
    public BigDecimal shownPrice() {
        BigDecimal shown = price.toDecimal(decimals).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }

    /** A text that two lots share exactly when they are the same lot: the exact price, its commodity and the day. */
    public String identity() {
        return price + " " + commodity + date.map(day -> " " + day).orElse("");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lot lot && identity().equals(lot.identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }
}
