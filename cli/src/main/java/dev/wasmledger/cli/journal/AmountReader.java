package dev.wasmledger.cli.journal;

import dev.wasmledger.cli.Limits;
import dev.wasmledger.wit.diagnostic.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts: {@code $-1,465.55}, {@code 82.288 CCCCC}, {@code -70 AAPL {$27.31} [2004/04/21]}.
 *
 * <p>A comma separates thousands, a point stands before the decimals.
 */
final class AmountReader {

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,]*");
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9]+(,[0-9]{3})*(\\.[0-9]+)?");
    private static final Pattern SYMBOL = Pattern.compile("[^\\s0-9.,:;?!+*/^&|=<>{}\\[\\]()@\"-]+");

    private AmountReader() {}

    /** Reads an amount without a lot. */
    static WrittenAmount read(LineCursor in) throws Unreadable {
        in.skipBlanks();
        int start = in.position();
        boolean negative = takeMinus(in);
        if (Character.digit(in.peek(), 10) >= 0) {
            BigDecimal number = number(in);
            int end = in.position();
            in.skipBlanks();
            boolean separated = in.position() > end;
            String commodity = symbol(in);
            if (commodity.isEmpty()) {
                throw Unreadable.of(
                                Problem.AMOUNT,
                                "the amount has no commodity",
                                in.part(start, end).ahead())
                        .hint("say what is counted: `$5.00`, `5 EUR`");
            }
            return amount(in, start, negative, number, commodity, true, separated);
        }
        String commodity = symbol(in);
        if (commodity.isEmpty()) {
            throw Unreadable.of(Problem.AMOUNT, "an amount is expected here", in.ahead());
        }
        int end = in.position();
        in.skipBlanks();
        boolean separated = in.position() > end;
        if (!negative) {
            negative = takeMinus(in);
        }
        return amount(in, start, negative, number(in), commodity, false, separated);
    }

    private static WrittenAmount amount(
            LineCursor in,
            int start,
            boolean negative,
            BigDecimal number,
            String symbol,
            boolean suffixed,
            boolean separated) {
        CommodityFormat plain = CommodityFormat.unseen(symbol);
        var format = new CommodityFormat(plain.symbol(), suffixed, separated, number.scale());
        return new WrittenAmount(negative ? number.negate() : number, Unit.of(symbol), format, in.since(start));
    }

    /** Reads an amount and the lot that may follow it. */
    static WrittenAmount readWithLot(LineCursor in) throws Unreadable {
        WrittenAmount amount = read(in);
        WrittenAmount price = null;
        LocalDate date = null;
        int lotStart = in.position();
        while (true) {
            in.skipBlanks();
            int start = in.position();
            if (in.accept('{')) {
                price = lotPrice(in, start, price);
            } else if (in.accept('[')) {
                date = lotDate(in, start, date);
            } else if (in.peek() == '(' && in.peek(1) != '@') {
                throw Unreadable.of(Problem.NOT_TAKEN, "lots with a name or an expression are not taken", in.ahead());
            } else {
                break;
            }
        }
        if (price == null) {
            // Without a price the day says nothing: a cost, where there is one, brings the transaction's own day.
            return amount;
        }
        var lot = new Lot(
                Rational.of(price.quantity()),
                price.quantity().scale(),
                price.unit().commodity(),
                Optional.ofNullable(date));
        Unit unit = new Unit(amount.unit().commodity(), Optional.of(lot));
        Span place = in.since(lotStart);
        return new WrittenAmount(
                amount.quantity(),
                unit,
                amount.format(),
                place.file().span(amount.place().start(), place.end()));
    }

    private static WrittenAmount lotPrice(LineCursor in, int start, @Nullable WrittenAmount before) throws Unreadable {
        if (in.peek() == '{' || in.peek() == '=') {
            throw Unreadable.of(Problem.NOT_TAKEN, "lots with a total or a fixed price are not taken", in.ahead())
                    .hint("write the price for one unit: {$12.50}");
        }
        LineCursor inside = in.until('}');
        if (inside == null) {
            throw Unreadable.of(Problem.LOT, "the lot price has no closing brace", in.since(start));
        }
        if (before != null) {
            throw Unreadable.of(Problem.LOT, "the lot has a second price", in.since(start));
        }
        WrittenAmount price = read(inside);
        inside.skipBlanks();
        if (!inside.atEnd() || price.quantity().signum() < 0) {
            throw Unreadable.of(Problem.LOT, "this is no lot price", in.since(start));
        }
        return price;
    }

    private static LocalDate lotDate(LineCursor in, int start, @Nullable LocalDate before) throws Unreadable {
        LineCursor inside = in.until(']');
        if (inside == null) {
            throw Unreadable.of(Problem.LOT, "the lot date has no closing bracket", in.since(start));
        }
        if (before != null) {
            throw Unreadable.of(Problem.LOT, "the lot has a second date", in.since(start));
        }
        LocalDate date = DateReader.read(inside);
        if (!inside.atEnd()) {
            throw Unreadable.of(Problem.LOT, "this is no lot date", in.since(start));
        }
        return date;
    }

    private static boolean takeMinus(LineCursor in) {
        boolean minus = in.accept('-');
        if (minus) {
            in.skipBlanks();
        }
        return minus;
    }

    private static BigDecimal number(LineCursor in) throws Unreadable {
        int start = in.position();
        String text = in.take(NUMBER);
        if (text.isEmpty()) {
            throw Unreadable.of(Problem.AMOUNT, "a number is expected here", in.ahead());
        }
        Span place = in.since(start);
        if (!WELL_FORMED.matcher(text).matches()) {
            throw Unreadable.of(Problem.AMOUNT, "`" + text + "` is no number", place)
                    .hint("a point stands before the decimals, commas between thousands: 1,234.50");
        }
        if (text.length() > Limits.NUMBER_CHARACTERS) {
            throw Unreadable.of(
                    Problem.AMOUNT, "the number has more than " + Limits.NUMBER_CHARACTERS + " digits", place);
        }
        return new BigDecimal(text.replace(",", ""));
    }

    private static String symbol(LineCursor in) throws Unreadable {
        int start = in.position();
        if (in.accept('"')) {
            LineCursor inside = in.until('"');
            if (inside == null) {
                throw Unreadable.of(Problem.AMOUNT, "the quoted commodity has no closing quote", in.since(start));
            }
            return inside.rest();
        }
        return in.take(SYMBOL);
    }

    /** Whether a commodity with this character in it needs no quotes for that. */
    static boolean isSymbolCharacter(int character) {
        return SYMBOL.matcher(Character.toString(character)).matches();
    }
}
