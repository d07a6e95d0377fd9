package dev.wasmledger.cli.jsonl;

import dev.wasmledger.cli.Limits;
import dev.wasmledger.wit.diagnostic.Place;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is expected of an object's fields, field by field. */
final class Shape {

    /** Four digits for the year, as in journals; Java's own reader would take a sign and more digits. */
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private final JsonValue.Fields object;
    private final String what;

    private Shape(JsonValue.Fields object, String what) {
        this.object = object;
        this.what = what;
    }

    /** An object that has no fields but these. */
    static Shape of(JsonValue value, String what, String... known) throws UnreadableLine {
        if (!(value instanceof JsonValue.Fields object)) {
            throw UnreadableLine.of("TXN0002", "%s is an object".formatted(what), value.place());
        }
        for (var field : object.fields().entrySet()) {
            if (!List.of(known).contains(field.getKey())) {
                throw UnreadableLine.of(
                                "TXN0002",
                                "%s has no `%s`".formatted(what, field.getKey()),
                                field.getValue().name())
                        .hint("it has " + String.join(", ", known));
            }
        }
        return new Shape(object, what);
    }

    Place place() {
        return object.place();
    }

    boolean has(String name) {
        return object.fields().containsKey(name);
    }

    JsonValue value(String name) throws UnreadableLine {
        JsonValue.Field field = object.fields().get(name);
        if (field == null) {
            throw UnreadableLine.of("TXN0003", "%s needs `%s`".formatted(what, name), object.place());
        }
        return field.value();
    }

    /** A text that is not empty and that a terminal can print. */
    String text(String name) throws UnreadableLine {
        return text(value(name), name);
    }

    Optional<String> optionalText(String name) throws UnreadableLine {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    private static String text(JsonValue value, String name) throws UnreadableLine {
        if (!(value instanceof JsonValue.Text(String text, var place)) || text.isBlank()) {
            throw UnreadableLine.of("TXN0002", "`" + name + "` is a text that is not empty", value.place());
        }
        checkCharacters(text, name, place);
        return text;
    }

    private static void checkCharacters(String text, String name, Place place) throws UnreadableLine {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw UnreadableLine.of("TXN0002", "`" + name + "` has a control character in it", place);
        }
        // An escape of JSON can name half a pair, which no UTF-8 can hold.
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw UnreadableLine.of("TXN0002", "`" + name + "` has half a surrogate pair in it", place)
                    .hint("write the character itself, or both of its \\u escapes");
        }
    }

    /** A whole number within bounds. */
    int number(String name, int least, int greatest) throws UnreadableLine {
        JsonValue value = value(name);
        if (value instanceof JsonValue.Numeral(String digits, var place) && digits.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= greatest) {
                return number;
            }
        }
        throw UnreadableLine.of(
                "TXN0002", "`%s` is a whole number from %d to %d".formatted(name, least, greatest), value.place());
    }

    LocalDate date(String name) throws UnreadableLine {
        String text = text(name);
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            // The 30th of February is reported like anything else that is no day.
        }
        throw UnreadableLine.of(
                        "TXN0002", "`" + name + "` is a day", value(name).place())
                .hint("write it as 2026-01-31");
    }

    /** A decimal greater than zero, as text: a JSON number may have lost digits before anyone sees it. */
    BigDecimal amount(String name) throws UnreadableLine {
        JsonValue value = value(name);
        if (value instanceof JsonValue.Numeral(String digits, var place)) {
            throw UnreadableLine.of("TXN0004", "an amount is a text", place).hint("write \"" + digits + "\"");
        }
        String text = text(value, name);
        if (!AMOUNT.matcher(text).matches() || text.length() > Limits.NUMBER_CHARACTERS) {
            throw UnreadableLine.of("TXN0004", "`" + text + "` is no amount", value.place())
                    .hint("digits, and a point before the decimals: 12.50");
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() == 0) {
            throw UnreadableLine.of("TXN0004", "an amount is greater than zero", value.place());
        }
        return amount;
    }

    /** The values of an array that is not empty. */
    List<JsonValue> items(String name) throws UnreadableLine {
        JsonValue value = value(name);
        if (value instanceof JsonValue.Items(List<JsonValue> values, var place) && !values.isEmpty()) {
            return values;
        }
        throw UnreadableLine.of("TXN0002", "`" + name + "` is a list that is not empty", value.place());
    }

    /** The fields of an object whose values are all texts. */
    JsonValue.Fields texts(String name) throws UnreadableLine {
        JsonValue value = value(name);
        if (!(value instanceof JsonValue.Fields fields)) {
            throw UnreadableLine.of("TXN0002", "`" + name + "` is an object of texts", value.place());
        }
        for (var field : fields.fields().entrySet()) {
            checkCharacters(field.getKey(), name, field.getValue().name());
            text(field.getValue().value(), field.getKey());
        }
        return fields;
    }
}
