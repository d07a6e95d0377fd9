package dev.wasmledger.component.abi;

import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Specialized value types in terms of the fundamental ones (CanonicalABI.md, "Despecialization"). */
public final class Despecialization {

    private Despecialization() {}

    /** The same type as a record, variant or list where it is a tuple, enum, option, result or map. */
    public static ValType despecialize(ValType type) {
        return switch (type) {
            case TupleType(List<ValType> types) ->
                new RecordType(IntStream.range(0, types.size())
                        .mapToObj(i -> new Field(Integer.toString(i), types.get(i)))
                        .toList());
            case EnumType(List<String> labels) ->
                new VariantType(labels.stream()
                        .map(label -> new Case(label, Optional.empty()))
                        .toList());
            case OptionType(ValType some) ->
                new VariantType(List.of(new Case("none", Optional.empty()), new Case("some", Optional.of(some))));
            case ResultType(Optional<ValType> ok, Optional<ValType> error) ->
                new VariantType(List.of(new Case("ok", ok), new Case("error", error)));
            case MapType(ValType key, ValType value) ->
                ListType.of(new RecordType(List.of(new Field("0", key), new Field("1", value))));
            default -> type;
        };
    }
}
