package dev.wasmledger.cli.journal;

import java.util.Comparator;
import java.util.Optional;

/**
 * What an amount counts: a commodity, or one lot of it. Two lots of a commodity do not add up.
 *
 * @param commodity the symbol, without quotes
 * @param lot the lot, where the amount belongs to one
 */
public record Unit(String commodity, Optional<Lot> lot) implements Comparable<Unit> {

    private static final Comparator<Unit> ORDER = Comparator.comparing(Unit::commodity)
            .thenComparing(unit -> unit.lot().isPresent())
            .thenComparing(unit -> unit.lot().map(Lot::commodity).orElse(""))
            .thenComparing(unit -> unit.lot().map(Lot::price).orElse(null), Comparator.nullsFirst(Rational::compareTo))
            .thenComparing(unit -> unit.lot().map(Lot::identity).orElse(""));

    static Unit of(String commodity) {
        return new Unit(commodity, Optional.empty());
    }

    @Override
    public int compareTo(Unit other) {
        return ORDER.compare(this, other);
    }
}
