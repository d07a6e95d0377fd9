package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Works out what a transaction leaves unsaid: a missing amount, the price at which two commodities were exchanged, the
 * lots that were bought; and makes sure that it balances.
 *
 * <p>As in the reference, a posting weighs its cost if it has one and its amount otherwise, and the weights of a
 * transaction must come to nothing that would be shown. A lot that is sold with a cost weighs what it was bought for.
 */
final class Balancer {

    /** How many more decimals a quotient is worth than what it was divided from, as in the reference. */
    private static final int DIVISION_DECIMALS = 6;

    private final Map<String, CommodityFormat> formats = new HashMap<>();
    private final Map<String, Lot> lots = new HashMap<>();

    /** How each commodity is written, as far as it was seen. */
    Map<String, CommodityFormat> formats() {
        return formats;
    }

    /** Balances the real postings; there is at least one. */
    JournalTransaction balance(WrittenTransaction written) throws Unreadable {
        List<WrittenPosting> postings = written.postings().stream()
                .filter(posting -> !posting.virtual())
                .toList();
        postings.forEach(posting -> posting.amount().ifPresent(this::learnFormat));

        Map<Unit, BigDecimal> weights = weights(postings);
        Optional<WrittenPosting> open = openPosting(postings);
        Optional<Exchange> exchange = open.isPresent() ? Optional.empty() : impliedExchange(postings, weights);
        if (open.isEmpty() && exchange.isEmpty()) {
            checkBalanced(written, postings, weights);
        }

        var balanced = new ArrayList<JournalPosting>();
        for (WrittenPosting posting : postings) {
            if (posting.amount().isPresent()) {
                Unit unit = bookedUnit(written, posting, posting.amount().get(), exchange);
                balanced.add(new JournalPosting(
                        posting.account(),
                        posting.amount().get().quantity(),
                        false,
                        unit,
                        posting.notes(),
                        posting.place()));
            } else {
                fill(posting, postings, weights, balanced);
            }
        }
        return new JournalTransaction(
                written.place(),
                written.date(),
                written.effectiveDate(),
                written.clearing(),
                written.code(),
                written.payee(),
                written.notes(),
                balanced);
    }

    private void learnFormat(WrittenAmount amount) {
        formats.merge(amount.unit().commodity(), amount.format(), CommodityFormat::merge);
    }

    private static Map<Unit, BigDecimal> weights(List<WrittenPosting> postings) {
        var weights = new TreeMap<Unit, BigDecimal>();
        for (WrittenPosting posting : postings) {
            posting.cost()
                    .ifPresentOrElse(
                            cost -> add(weights, Unit.of(cost.commodity()), weight(posting, cost)),
                            () -> posting.amount().ifPresent(amount -> add(weights, amount.unit(), amount.quantity())));
        }
        return weights;
    }

    /** A lot weighs what it was bought for, whatever it is sold for. */
    private static BigDecimal weight(WrittenPosting posting, WrittenPosting.Cost cost) {
        return posting.amount()
                .flatMap(amount -> basis(amount, cost.commodity()))
                .orElse(cost.total());
    }

    /** What the lot that the amount belongs to was bought for, if that was the commodity given. */
    private static Optional<BigDecimal> basis(WrittenAmount amount, String commodity) {
        return amount.unit()
                .lot()
                .filter(lot -> lot.commodity().equals(commodity))
                .map(lot -> lot.price().toDecimal(lot.decimals()).multiply(amount.quantity()));
    }

    private static void add(Map<Unit, BigDecimal> weights, Unit unit, BigDecimal quantity) {
        weights.merge(unit, quantity, BigDecimal::add);
    }

    private static Optional<WrittenPosting> openPosting(List<WrittenPosting> postings) throws Unreadable {
        List<WrittenPosting> open =
                postings.stream().filter(posting -> posting.amount().isEmpty()).toList();
        if (open.size() > 1) {
            throw Unreadable.of(Diagnostic.error(
                            Problem.MISSING_AMOUNTS.id(),
                            "a second posting has no amount: only one can be worked out",
                            open.get(1).place())
                    .withLabel(open.get(0).place(), "the first one"));
        }
        if (open.size() == postings.size()) {
            throw Unreadable.of(
                    Problem.MISSING_AMOUNTS,
                    "no real posting has an amount to work this one out from",
                    open.get(0).place());
        }
        return open.stream().findFirst();
    }

    /**
     * A transaction that exchanges one unit for another one, without saying a price, implies it.
     *
     * @param bought the unit that has the price
     * @param price for one of it
     * @param decimals how many decimals of the price the reference keeps
     * @param commodity what the price is in
     */
    private record Exchange(Unit bought, Rational price, int decimals, String commodity) {}

    private Optional<Exchange> impliedExchange(List<WrittenPosting> postings, Map<Unit, BigDecimal> weights) {
        boolean priced = postings.stream().anyMatch(posting -> posting.cost().isPresent());
        List<Unit> units = weights.entrySet().stream()
                .filter(weight -> weight.getValue().signum() != 0)
                .map(Map.Entry::getKey)
                .toList();
        if (priced || units.size() != 2) {
            return Optional.empty();
        }
        Unit bought = leadingUnit(postings, units);
        Unit paid = units.get(bought.equals(units.get(0)) ? 1 : 0);
        BigDecimal x = quantity(weights, bought);
        BigDecimal y = quantity(weights, paid);
        if (x.signum() == y.signum() || bought.commodity().equals(paid.commodity())) {
            return Optional.empty();
        }
        BigDecimal gain = bought.lot()
                .filter(lot -> lot.commodity().equals(paid.commodity()))
                .map(lot -> lot.price().toDecimal(lot.decimals()).multiply(x).add(y))
                .orElse(BigDecimal.ZERO);
        if (!isShownAsZero(gain, paid.commodity())) {
            return Optional.empty();
        }
        int kept = Math.min(y.scale() + x.scale(), decimals(paid.commodity())) + DIVISION_DECIMALS;
        return Optional.of(new Exchange(bought, Rational.quotient(y, x).abs(), kept, paid.commodity()));
    }

    /** The last unit that is a lot; if there is none, the first unit. */
    private static Unit leadingUnit(List<WrittenPosting> postings, List<Unit> units) {
        List<Unit> written = postings.stream()
                .flatMap(posting -> posting.amount().stream())
                .map(WrittenAmount::unit)
                .filter(units::contains)
                .toList();
        return written.reversed().stream()
                .filter(unit -> unit.lot().isPresent())
                .findFirst()
                .orElse(written.getFirst());
    }

    private void checkBalanced(WrittenTransaction written, List<WrittenPosting> postings, Map<Unit, BigDecimal> weights)
            throws Unreadable {
        var left = new ArrayList<String>();
        weights.forEach((unit, quantity) -> {
            if (!isShownAsZero(quantity, shownDecimals(unit.commodity(), postings))) {
                left.add(print(unit.commodity(), quantity)
                        + unit.lot()
                                .map(lot -> " {" + print(lot.commodity(), lot.shownPrice()) + "}")
                                .orElse(""));
            }
        });
        if (!left.isEmpty()) {
            throw Unreadable.of(
                    Problem.UNBALANCED,
                    "the transaction does not balance: what is left over is "
                            + left.stream().collect(Collectors.joining(", ")),
                    written.place());
        }
    }

    private String print(String commodity, BigDecimal quantity) {
        BigDecimal plain = quantity.stripTrailingZeros();
        return formats.getOrDefault(commodity, CommodityFormat.unseen(commodity))
                .printPrice(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    /** The decimals that amounts of the commodity are shown with; before any was seen, those of the prices at hand. */
    private int shownDecimals(String commodity, List<WrittenPosting> postings) {
        if (formats.containsKey(commodity)) {
            return decimals(commodity);
        }
        return postings.stream()
                .flatMap(posting -> posting.cost().stream())
                .filter(cost -> cost.commodity().equals(commodity))
                .mapToInt(cost -> cost.total().scale())
                .max()
                .orElse(0);
    }

    private Unit bookedUnit(
            WrittenTransaction written, WrittenPosting posting, WrittenAmount amount, Optional<Exchange> exchange) {
        Unit unit = amount.unit();
        if (unit.lot().isPresent() || amount.quantity().signum() == 0) {
            return unit.lot().isPresent() ? known(unit) : unit;
        }
        int scale = amount.quantity().scale();
        Optional<Lot> lot = posting.cost()
                .map(cost -> new Lot(
                        Rational.quotient(cost.total(), amount.quantity()).abs(),
                        cost.total().scale() + scale + DIVISION_DECIMALS,
                        cost.commodity(),
                        Optional.of(written.date())))
                .or(() -> exchange.filter(implied -> implied.bought().equals(unit))
                        .map(implied -> new Lot(
                                implied.price(),
                                // The reference multiplies the price by the amount and divides again: both add
                                // decimals.
                                implied.decimals() + 2 * scale + DIVISION_DECIMALS,
                                implied.commodity(),
                                Optional.of(written.date()))));
        return lot.isEmpty() ? unit : known(new Unit(unit.commodity(), lot));
    }

    /** The same lot may come up with its price worth other numbers of decimals; what was said first stays. */
    private Unit known(Unit unit) {
        Lot lot = unit.lot().orElseThrow();
        return new Unit(
                unit.commodity(),
                Optional.of(lots.computeIfAbsent(unit.commodity() + "\n" + lot.identity(), key -> lot)));
    }

    /**
     * The posting without an amount takes what the others leave over: all of a single unit; of several units, as in the
     * reference, only what would be shown.
     */
    private void fill(
            WrittenPosting open,
            List<WrittenPosting> postings,
            Map<Unit, BigDecimal> weights,
            List<JournalPosting> balanced) {
        List<Map.Entry<Unit, BigDecimal>> taken = weights.entrySet().stream()
                .filter(weight -> weights.size() == 1
                        || !isShownAsZero(
                                weight.getValue(), shownDecimals(weight.getKey().commodity(), postings)))
                .toList();
        taken.forEach(weight -> balanced.add(filled(open, weight.getValue().negate(), weight.getKey())));
        if (taken.isEmpty()) {
            balanced.add(
                    filled(open, BigDecimal.ZERO, weights.keySet().iterator().next()));
        }
    }

    private JournalPosting filled(WrittenPosting open, BigDecimal quantity, Unit unit) {
        Unit booked = unit.lot().isPresent() ? known(unit) : unit;
        return new JournalPosting(open.account(), quantity, true, booked, open.notes(), open.place());
    }

    private int decimals(String commodity) {
        CommodityFormat format = formats.get(commodity);
        return format == null ? 0 : format.decimals();
    }

    private boolean isShownAsZero(BigDecimal quantity, String commodity) {
        return isShownAsZero(quantity, decimals(commodity));
    }

    private static boolean isShownAsZero(BigDecimal quantity, int decimals) {
        return quantity.setScale(decimals, RoundingMode.HALF_EVEN).signum() == 0;
    }

    private static BigDecimal quantity(Map<Unit, BigDecimal> weights, Unit unit) {
        return weights.getOrDefault(unit, BigDecimal.ZERO);
    }
}
