package dev.wasmledger.component.wit;

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
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The component types of WIT types, for one resolved WIT. A resource of that WIT has one resource type here; where a world
 * both imports and exports an interface, its resources are nevertheless two, so take another {@code WitTypes} for each side.
 */
public final class WitTypes {

    private final ResolvedWit wit;
    private final Map<TypeId, ValType> named = new HashMap<>();
    private final Map<TypeId, ResourceType> resources = new HashMap<>();

    public WitTypes(ResolvedWit wit) {
        this.wit = wit;
    }

    public FuncType funcType(WitFunction function) {
        List<Field> params = function.parameters().stream()
                .map(parameter -> new Field(parameter.name(), valType(parameter.type())))
                .toList();
        return new FuncType(function.async(), params, function.result().map(this::valType));
    }

    /** The type, looking through aliases. */
    public ValType valType(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> new PrimValType(Primitive.valueOf(primitive.name()));
            case Type.Named(TypeId id) -> named(id);
            case Type.ListOf(Type element) -> ListType.of(valType(element));
            case Type.FixedList(Type element, long length) ->
                new ListType(valType(element), OptionalInt.of((int) length));
            case Type.Option(Type some) -> new OptionType(valType(some));
            case Type.Result(Optional<Type> ok, Optional<Type> err) ->
                new ResultType(ok.map(this::valType), err.map(this::valType));
            case Type.Tuple(List<Type> elements) ->
                new TupleType(elements.stream().map(this::valType).toList());
            case Type.MapOf(Type key, Type value) -> new MapType(valType(key), valType(value));
            case Type.Future(Optional<Type> payload) -> new FutureType(payload.map(this::valType));
            case Type.Stream(Optional<Type> payload) -> new StreamType(payload.map(this::valType));
            case Type.Own(TypeId resource) -> new OwnType(resource(resource));
            case Type.Borrow(TypeId resource) -> new BorrowType(resource(resource));
        };
    }

    /** The resource type of a resource or, equal to it but with its own name, of an alias of one. */
    public ResourceType resource(TypeId id) {
        ResourceType known = resources.get(id);
        if (known == null) {
            String name = wit.get(id).name();
            TypeId definition = wit.dealias(id);
            known = definition.equals(id)
                    ? new ResourceType(name)
                    : resource(definition).alias(name);
            resources.put(id, known);
        }
        return known;
    }

    private ValType named(TypeId id) {
        ValType known = named.get(id);
        if (known != null) {
            return known;
        }
        ValType type = switch (wit.get(id).kind()) {
            case TypeDefKind.RecordKind(var fields) ->
                new RecordType(fields.stream()
                        .map(field -> new Field(field.name(), valType(field.type())))
                        .toList());
            case TypeDefKind.VariantKind(var cases) ->
                new VariantType(cases.stream()
                        .map(c -> new Case(c.name(), c.payload().map(this::valType)))
                        .toList());
            case TypeDefKind.EnumKind(var cases) ->
                new EnumType(cases.stream().map(TypeDefKind.Label::name).toList());
            case TypeDefKind.FlagsKind(var flags) ->
                new FlagsType(flags.stream().map(TypeDefKind.Label::name).toList());
            case TypeDefKind.AliasKind(Type target) -> valType(target);
            case TypeDefKind.ResourceKind resource ->
                throw new IllegalArgumentException(wit.get(id).name() + " is a resource, not a value type");
        };
        named.put(id, type);
        return type;
    }
}
