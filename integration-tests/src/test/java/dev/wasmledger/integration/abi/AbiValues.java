package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.runtime.dynamic.Val;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Values taken apart and put together as {@code despecialize_values} of {@code definitions.py} has it. */
final class AbiValues {

    private AbiValues() {}

    /** A variant's case, by its place, with its payload. */
    record Chosen(int index, Optional<Val> payload) {}

    static List<Val> fields(Val value, ValType type) {
        return switch (type) {
            case RecordType(List<Field> fields) -> {
                Map<String, Val> by = ((Val.RecordOf) value).fields();
                yield fields.stream().map(field -> by.get(field.label())).toList();
            }
            case TupleType tuple -> ((Val.Tuple) value).values();
            default -> throw new IllegalArgumentException("no record: " + type);
        };
    }

    static Val ofFields(List<Val> values, ValType type) {
        if (type instanceof RecordType(List<Field> fields)) {
            Map<String, Val> by = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                by.put(fields.get(i).label(), values.get(i));
            }
            return new Val.RecordOf(by);
        }
        return new Val.Tuple(values);
    }

    static Chosen chosen(Val value, ValType type) {
        return switch (type) {
            case VariantType(List<Case> cases) -> {
                var variant = (Val.Variant) value;
                List<String> labels = cases.stream().map(Case::label).toList();
                yield new Chosen(labels.indexOf(variant.label()), variant.value());
            }
            case EnumType(var labels) -> new Chosen(labels.indexOf(((Val.EnumCase) value).label()), Optional.empty());
            case OptionType option -> {
                Optional<Val> payload = ((Val.Option) value).value();
                yield new Chosen(payload.isPresent() ? 1 : 0, payload);
            }
            case ResultType result -> {
                var written = (Val.Result) value;
                yield new Chosen(written.ok() ? 0 : 1, written.value());
            }
            default -> throw new IllegalArgumentException("no variant: " + type);
        };
    }

    static Val ofCase(int index, Optional<Val> payload, ValType type) {
        return switch (type) {
            case VariantType(List<Case> cases) ->
                new Val.Variant(cases.get(index).label(), payload);
            case EnumType(var labels) -> new Val.EnumCase(labels.get(index));
            case OptionType option -> new Val.Option(payload);
            case ResultType result -> new Val.Result(index == 0, payload);
            default -> throw new IllegalArgumentException("no variant: " + type);
        };
    }

    /** Bit i for the i-th label. */
    static int bits(Val value, FlagsType type) {
        Set<String> set = ((Val.Flags) value).labels();
        int bits = 0;
        for (int i = 0; i < type.labels().size(); i++) {
            bits |= set.contains(type.labels().get(i)) ? 1 << i : 0;
        }
        return bits;
    }

    static Val ofBits(long bits, FlagsType type) {
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i < type.labels().size(); i++) {
            if (((bits >> i) & 1) != 0) {
                set.add(type.labels().get(i));
            }
        }
        return new Val.Flags(set);
    }

    static List<Val> tuples(Val.MapOf map) {
        return map.entries().stream()
                .map(entry -> (Val) new Val.Tuple(List.of(entry.key(), entry.value())))
                .toList();
    }

    static Val ofTuples(List<Val> tuples) {
        return new Val.MapOf(tuples.stream()
                .map(tuple -> ((Val.Tuple) tuple).values())
                .map(values -> new Val.Entry(values.get(0), values.get(1)))
                .toList());
    }

    static boolean isNan(Val value) {
        return value.equals(new Val.F32(Float.NaN)) || value.equals(new Val.F64(Double.NaN));
    }

    /**
     * The bits of all floats in a value.
     *
     * @param ofNan stands for those of a NaN
     */
    static List<Long> floatBits(Val value, ToLongFunction<Val> ofNan) {
        return switch (value) {
            case Val nan when isNan(nan) -> List.of(ofNan.applyAsLong(nan));
            case Val.F32(float v) -> List.of((long) Float.floatToRawIntBits(v));
            case Val.F64(double v) -> List.of(Double.doubleToRawLongBits(v));
            case Val.RecordOf(var fields) -> floatBits(fields.values().stream(), ofNan);
            case Val.Tuple(var values) -> floatBits(values.stream(), ofNan);
            case Val.ListOf(var elements) -> floatBits(elements.stream(), ofNan);
            case Val.MapOf map -> floatBits(tuples(map).stream(), ofNan);
            case Val.Option(var some) -> floatBits(some.stream(), ofNan);
            case Val.Result(var ok, var payload) -> floatBits(payload.stream(), ofNan);
            case Val.Variant(var label, var payload) -> floatBits(payload.stream(), ofNan);
            default -> List.of();
        };
    }

    private static List<Long> floatBits(Stream<Val> values, ToLongFunction<Val> ofNan) {
        return values.flatMap(value -> floatBits(value, ofNan).stream()).toList();
    }

    static long rawBits(Val number) {
        return switch (number) {
            case Val.F32(float v) -> Float.floatToRawIntBits(v);
            case Val.F64(double v) -> Double.doubleToRawLongBits(v);
            default -> throw new IllegalArgumentException("no float: " + number);
        };
    }

    /** {@code canonicalize_nan32} and {@code canonicalize_nan64}. */
    static long canonicalBits(Val nan) {
        return nan instanceof Val.F32 ? 0x7fc0_0000 : 0x7ff8_0000_0000_0000L;
    }

    /** Those that the model stores, as lifting them without a change would give them. */
    static long scrambledBits(Val nan) {
        return nan instanceof Val.F32(float v) ? AbiMemory.scrambled(v) : AbiMemory.scrambled(((Val.F64) nan).value());
    }
}
