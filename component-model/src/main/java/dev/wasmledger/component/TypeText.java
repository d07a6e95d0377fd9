package dev.wasmledger.component;

import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Types as one line of text, the same text for structurally equal types: {@code func(id: u32, at: record{x: s32, y: s32})
 * -> result<string, _>}. Names of parameters, fields, cases and flags are part of it, names of types are not; a resource
 * type, which has no structure, stands with its name. It serves to tell types apart and to show them, not to be parsed.
 */
public final class TypeText {

    private TypeText() {}

    /** The same text as for the function's type in a component. */
    public static String of(ResolvedWit wit, WitFunction function) {
        return of(new WitTypes(wit).funcType(function));
    }

    public static String of(FuncType type) {
        String result = type.result().map(t -> " -> " + of(t)).orElse("");
        return (type.async() ? "async func(" : "func(") + join(type.params(), TypeText::of) + ")" + result;
    }

    public static String of(ValType type) {
        return switch (type) {
            case PrimValType(Primitive primitive) -> primitive.text();
            case RecordType(List<Field> fields) -> "record{" + join(fields, TypeText::of) + "}";
            case VariantType(List<Case> cases) -> "variant{" + join(cases, TypeText::of) + "}";
            case ListType(ValType element, var length) ->
                length.isPresent()
                        ? "list<" + of(element) + ", " + Integer.toUnsignedString(length.getAsInt()) + ">"
                        : "list<" + of(element) + ">";
            case MapType(ValType key, ValType value) -> "map<" + of(key) + ", " + of(value) + ">";
            case TupleType(List<ValType> types) -> "tuple<" + join(types, TypeText::of) + ">";
            case FlagsType(List<String> labels) -> "flags{" + String.join(", ", labels) + "}";
            case EnumType(List<String> labels) -> "enum{" + String.join(", ", labels) + "}";
            case OptionType(ValType some) -> "option<" + of(some) + ">";
            case ResultType(Optional<ValType> ok, Optional<ValType> error) ->
                "result<" + orUnderscore(ok) + ", " + orUnderscore(error) + ">";
            case OwnType(var resource) -> "own<" + resource.name() + ">";
            case BorrowType(var resource) -> "borrow<" + resource.name() + ">";
            case StreamType(Optional<ValType> element) -> "stream<" + orUnderscore(element) + ">";
            case FutureType(Optional<ValType> element) -> "future<" + orUnderscore(element) + ">";
        };
    }

    private static String of(Field field) {
        return field.label() + ": " + of(field.type());
    }

    private static String of(Case variantCase) {
        return variantCase.label()
                + variantCase.type().map(t -> "(" + of(t) + ")").orElse("");
    }

    private static String orUnderscore(Optional<ValType> type) {
        return type.map(TypeText::of).orElse("_");
    }

    private static <T> String join(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(", "));
    }
}
