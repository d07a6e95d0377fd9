package dev.wasmledger.runtime.wave;

import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.runtime.dynamic.Val;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes values: on one line, fields and flags in the type's order, fields that are {@code none} left out. */
final class Printer {

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    private final StringBuilder out;

    Printer(StringBuilder out) {
        this.out = out;
    }

    void value(@Nullable Val value, ValType type) {
        switch (type) {
            case RecordType(List<Field> fields) when value instanceof Val.RecordOf record -> record(record, fields);
            case FlagsType(List<String> labels)
            when value instanceof Val.Flags(var set) ->
                listed('{', labels.stream().filter(set::contains).map(label -> () -> out.append(label)), '}');
            case VariantType(List<Case> cases)
            when value instanceof Val.Variant(String label, Optional<Val> payload) -> {
                Case written = cases.stream()
                        .filter(one -> one.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> notOf(value, type));
                label(label);
                payload(payload, written.type());
            }
            case OptionType(ValType some)
            when value instanceof Val.Option(Optional<Val> payload) -> {
                out.append(payload.isPresent() ? "some" : "none");
                payload(payload, Optional.of(some));
            }
            case ResultType(var ok, var error)
            when value instanceof Val.Result(boolean isOk, Optional<Val> payload) -> {
                out.append(isOk ? "ok" : "err");
                payload(payload, isOk ? ok : error);
            }
            case TupleType(List<ValType> types)
            when value instanceof Val.Tuple(List<Val> values) -> {
                Iterator<ValType> next = types.iterator();
                listed('(', values.stream().map(v -> () -> value(v, next.next())), ')');
            }
            case ListType(ValType element, var length)
            when value instanceof Val.ListOf(List<Val> elements) ->
                listed('[', elements.stream().map(v -> () -> value(v, element)), ']');
            case MapType(ValType key, ValType mapped)
            when value instanceof Val.MapOf(var entries) -> {
                var pair = new TupleType(List.of(key, mapped));
                listed(
                        '[',
                        entries.stream().map(e -> () -> value(new Val.Tuple(List.of(e.key(), e.value())), pair)),
                        ']');
            }
            case OwnType(var resource) when value instanceof Val.Handle -> out.append(handle(resource));
            case BorrowType(var resource) when value instanceof Val.Handle -> out.append(handle(resource));
            default -> scalar(value, type);
        }
    }

    private void scalar(@Nullable Val value, ValType type) {
        switch (value) {
            case Val.Bool(boolean v) -> out.append(v);
            case Val.S8(byte v) -> out.append(v);
            case Val.U8(byte v) -> out.append(Byte.toUnsignedInt(v));
            case Val.S16(short v) -> out.append(v);
            case Val.U16(short v) -> out.append(Short.toUnsignedInt(v));
            case Val.S32(int v) -> out.append(v);
            case Val.U32(int v) -> out.append(Integer.toUnsignedString(v));
            case Val.S64(long v) -> out.append(v);
            case Val.U64(long v) -> out.append(Long.toUnsignedString(v));
            case Val.F32(float v) -> out.append(number(v, Float.toString(v), shorter -> shorter.floatValue() == v));
            case Val.F64(double v) -> out.append(number(v, Double.toString(v), shorter -> shorter.doubleValue() == v));
            case Val.EnumCase(String label) -> label(label);
            case Val.Char(int codePoint) -> {
                out.append('\'');
                Escapes.append(out, codePoint);
                out.append('\'');
            }
            case Val.Str(String text) -> {
                out.append('"');
                text.codePoints().forEach(point -> Escapes.append(out, point));
                out.append('"');
            }
            case null, default -> throw notOf(value, type);
        }
    }

    private void record(Val.RecordOf record, List<Field> fields) {
        List<Field> written = fields.stream()
                .filter(field ->
                        !(record.fields().get(field.label()) instanceof Val.Option(var value) && value.isEmpty()))
                .toList();
        if (written.isEmpty()) {
            out.append("{:}");
            return;
        }
        listed(
                '{',
                written.stream().map(field -> () -> {
                    out.append(field.label()).append(": ");
                    value(record.fields().get(field.label()), field.type());
                }),
                '}');
    }

    /** WAVE has no form for handles: this one is for people, and is read by nobody. */
    private static String handle(ResourceType resource) {
        return "<" + resource.name() + ">";
    }

    private void label(String label) {
        out.append(Parser.KEYWORDS.contains(label) ? "%" : "").append(label);
    }

    private void payload(Optional<Val> payload, Optional<ValType> type) {
        if (payload.isPresent() && type.isPresent()) {
            out.append('(');
            value(payload.get(), type.get());
            out.append(')');
        }
    }

    private void listed(char open, Stream<Runnable> parts, char close) {
        out.append(open);
        int first = out.length();
        parts.forEachOrdered(part -> {
            out.append(out.length() == first ? "" : ", ");
            part.run();
        });
        out.append(close);
    }

    /**
     * The shortest decimal that stands for the number, without an exponent.
     *
     * @param shortest as Java has it: of two digits at least
     * @param isSame whether a decimal stands for the same number
     */
    private static String number(double value, String shortest, Predicate<BigDecimal> isSame) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        var decimal = new BigDecimal(shortest);
        BigDecimal rounded = decimal.round(ONE_DIGIT);
        return (isSame.test(rounded) ? rounded : decimal).stripTrailingZeros().toPlainString();
    }

    private static IllegalArgumentException notOf(@Nullable Val value, ValType type) {
        return new IllegalArgumentException(value + " is no " + TypeText.of(type));
    }
}
