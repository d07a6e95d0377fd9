package dev.wasmledger.cli.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How amounts of a commodity are written: {@code $ 37.50}, {@code 866.231000 GGGGG}.
 *
 * @param symbol the commodity's symbol, with quotes where it needs them
 * @param suffixed whether the symbol stands behind the number
 * @param separated whether a space stands between the two
 * @param decimals how many decimals are shown
 */
public record CommodityFormat(String symbol, boolean suffixed, boolean separated, int decimals) {

    private static final String SAMPLE = "1000";

    /** A commodity that no amount has shown yet how to write. */
    public static CommodityFormat unseen(String commodity) {
        return new CommodityFormat(quoted(commodity), false, false, 0);
    }

    /** The symbol behind the number, and all decimals. */
    public static CommodityFormat plain(String commodity, int decimals) {
        return new CommodityFormat(quoted(commodity), true, true, decimals);
    }

    /** Both ways of writing put together: what one of them has, the result has. */
    CommodityFormat merge(CommodityFormat other) {
        return new CommodityFormat(
                symbol, suffixed || other.suffixed, separated || other.separated, Math.max(decimals, other.decimals));
    }

    /** An amount, rounded where it has more decimals; no thousands separators. */
    public String print(BigDecimal quantity) {
        return around(ReferenceRounding.round(quantity, decimals));
    }

    /** Whether an amount, rounded as it is printed, is nothing. */
    public boolean isShownAsZero(BigDecimal quantity) {
        return ReferenceRounding.round(quantity, decimals).signum() == 0;
    }

    /** A price with all its decimals, but at least as many as amounts have. */
    public String printPrice(BigDecimal price) {
        return around(price.setScale(Math.max(decimals, price.scale()), RoundingMode.UNNECESSARY));
    }

    /** This format as an amount of one thousand, which {@link #fromSample} reads. */
    public String sample() {
        return around(new BigDecimal(SAMPLE).setScale(decimals, RoundingMode.UNNECESSARY));
    }

    /** Reads what {@link #sample} wrote; empty if it did not. */
    public static Optional<CommodityFormat> fromSample(String commodity, String sample) {
        String symbol = quoted(commodity);
        boolean suffixed = sample.startsWith(SAMPLE) && sample.endsWith(symbol);
        if (!suffixed && !sample.startsWith(symbol)) {
            return Optional.empty();
        }
        String rest =
                suffixed ? sample.substring(0, sample.length() - symbol.length()) : sample.substring(symbol.length());
        String number = rest.strip();
        int point = number.indexOf('.');
        var format = new CommodityFormat(
                symbol, suffixed, rest.length() > number.length(), point < 0 ? 0 : number.length() - point - 1);
        return format.sample().equals(sample) ? Optional.of(format) : Optional.empty();
    }

    private String around(BigDecimal quantity) {
        String number = quantity.toPlainString();
        String space = separated ? " " : "";
        return suffixed ? number + space + symbol : symbol + space + number;
    }

    private static String quoted(String commodity) {
        return commodity.chars().allMatch(AmountReader::isSymbolCharacter) ? commodity : '"' + commodity + '"';
    }
}
