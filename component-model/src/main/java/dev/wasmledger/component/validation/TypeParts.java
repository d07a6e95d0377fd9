package dev.wasmledger.component.validation;

import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.Optional;
import java.util.stream.Stream;

/** What a value type is put together from. */
final class TypeParts {

    private TypeParts() {}

    /** The value types directly within a value type. */
    static Stream<ValType> of(ValType type) {
        return switch (type) {
            case PrimValType t -> Stream.empty();
            case FlagsType t -> Stream.empty();
            case EnumType t -> Stream.empty();
            case OwnType t -> Stream.empty();
            case BorrowType t -> Stream.empty();
            case RecordType(var fields) -> fields.stream().map(Field::type);
            case VariantType(var cases) -> cases.stream().map(Case::type).flatMap(Optional::stream);
            case ListType(var element, var length) -> Stream.of(element);
            case MapType(var key, var value) -> Stream.of(key, value);
            case TupleType(var types) -> types.stream();
            case OptionType(var some) -> Stream.of(some);
            case ResultType(var ok, var error) -> Stream.of(ok, error).flatMap(Optional::stream);
            case StreamType(var element) -> element.stream();
            case FutureType(var element) -> element.stream();
        };
    }
}
