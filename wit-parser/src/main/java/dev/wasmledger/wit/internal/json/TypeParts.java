package dev.wasmledger.wit.internal.json;

import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeDefKind.AliasKind;
import dev.wasmledger.wit.WitFunction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The types that something is directly made of, in the order of the text. */
final class TypeParts {

    private TypeParts() {}

    static List<Type> of(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> List.of();
            case Type.Named named -> List.of();
            case Type.Own own -> List.of();
            case Type.Borrow borrow -> List.of();
            case Type.ListOf(Type element) -> List.of(element);
            case Type.FixedList(Type element, long length) -> List.of(element);
            case Type.Option(Type some) -> List.of(some);
            case Type.Result(Optional<Type> ok, Optional<Type> err) ->
                Stream.concat(ok.stream(), err.stream()).toList();
            case Type.Tuple(List<Type> elements) -> elements;
            case Type.MapOf(Type key, Type value) -> List.of(key, value);
            case Type.Future(Optional<Type> payload) -> payload.stream().toList();
            case Type.Stream(Optional<Type> payload) -> payload.stream().toList();
        };
    }

    /** Of a definition; an alias of a type put together in place is that type itself, under a name. */
    static List<Type> of(TypeDefKind kind) {
        return switch (kind) {
            case AliasKind(Type target) -> of(target);
            case TypeDefKind.RecordKind(List<TypeDefKind.Field> fields) ->
                fields.stream().map(TypeDefKind.Field::type).toList();
            case TypeDefKind.VariantKind(List<TypeDefKind.Case> cases) ->
                cases.stream().flatMap(one -> one.payload().stream()).toList();
            case TypeDefKind.EnumKind e -> List.of();
            case TypeDefKind.FlagsKind f -> List.of();
            case TypeDefKind.ResourceKind r -> List.of();
        };
    }

    static List<Type> of(WitFunction function) {
        return Stream.concat(
                        function.parameters().stream().map(WitFunction.Parameter::type), function.result().stream())
                .toList();
    }
}
