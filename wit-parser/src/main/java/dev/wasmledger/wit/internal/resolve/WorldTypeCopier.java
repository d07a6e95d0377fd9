package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitFunction.Kind;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitWorld.WorldItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Copies what a world owns (its types, and the interfaces written inside it) into a world that includes it, where they
 * are types of their own: a resource of the one is not that of the other.
 */
final class WorldTypeCopier {

    private final ModelBuilder model;
    private final TypeOwner from;
    private final TypeOwner to;
    private final PackageId owner;
    private final Map<TypeId, TypeId> copies = new HashMap<>();

    WorldTypeCopier(ModelBuilder model, TypeOwner from, TypeOwner to, PackageId owner) {
        this(model, from, to, owner, Map.of());
    }

    private WorldTypeCopier(
            ModelBuilder model, TypeOwner from, TypeOwner to, PackageId owner, Map<TypeId, TypeId> known) {
        this.model = model;
        this.from = from;
        this.to = to;
        this.owner = owner;
        copies.putAll(known);
    }

    /**
     * A copy of what a world has under a plain name.
     *
     * @param name its name in the world that includes; types must come before what uses them
     */
    WorldItem copy(String name, WorldItem item) {
        return switch (item) {
            case WorldItem.TypeItem(TypeId id) -> new WorldItem.TypeItem(copyType(id, Optional.of(name)));
            case WorldItem.FunctionItem(WitFunction function) ->
                new WorldItem.FunctionItem(copyFunction(function, name));
            case WorldItem.InterfaceItem iface ->
                model.get(iface.id()).name().isPresent()
                        ? iface
                        : new WorldItem.InterfaceItem(
                                copyInterface(iface.id()),
                                iface.stability(),
                                iface.externalId(),
                                iface.docs(),
                                iface.place());
        };
    }

    private InterfaceId copyInterface(InterfaceId id) {
        WitInterface original = model.get(id);
        InterfaceId copy = model.nextInterface();
        var inside = new WorldTypeCopier(
                model, new TypeOwner.OfInterface(id), new TypeOwner.OfInterface(copy), owner, copies);
        SequencedMap<String, TypeId> types = new LinkedHashMap<>();
        original.types().forEach((name, type) -> types.put(name, inside.copyType(type, Optional.empty())));
        SequencedMap<String, WitFunction> functions = new LinkedHashMap<>();
        original.functions().forEach((name, function) -> functions.put(name, inside.copyFunction(function, name)));
        model.add(new WitInterface(
                original.name(), owner, types, functions, original.docs(), original.stability(), original.place()));
        return copy;
    }

    private TypeId copyType(TypeId id, Optional<String> name) {
        TypeDef original = model.get(id);
        if (!original.owner().equals(from)) {
            return copies.getOrDefault(id, id);
        }
        TypeId known = copies.get(id);
        if (known != null) {
            return known;
        }
        TypeId copy = model.add(new TypeDef(
                name.orElse(original.name()),
                to,
                copyKind(original.kind()),
                original.docs(),
                original.stability(),
                original.externalId(),
                original.place()));
        copies.put(id, copy);
        return copy;
    }

    private TypeId copyReference(TypeId id) {
        return copyType(id, Optional.empty());
    }

    private TypeDefKind copyKind(TypeDefKind kind) {
        return switch (kind) {
            case TypeDefKind.RecordKind(List<TypeDefKind.Field> fields) ->
                new TypeDefKind.RecordKind(fields.stream()
                        .map(field -> new TypeDefKind.Field(
                                field.name(), copyType(field.type()), field.docs(), field.place()))
                        .toList());
            case TypeDefKind.VariantKind(List<TypeDefKind.Case> cases) ->
                new TypeDefKind.VariantKind(cases.stream()
                        .map(one -> new TypeDefKind.Case(one.name(), copyType(one.payload()), one.docs(), one.place()))
                        .toList());
            case TypeDefKind.AliasKind(Type target) -> new TypeDefKind.AliasKind(copyType(target));
            case TypeDefKind.EnumKind e -> e;
            case TypeDefKind.FlagsKind f -> f;
            case TypeDefKind.ResourceKind r -> r;
        };
    }

    private WitFunction copyFunction(WitFunction function, String name) {
        return new WitFunction(
                name,
                copyKind(function.kind()),
                function.async(),
                function.parameters().stream()
                        .map(parameter -> new WitFunction.Parameter(
                                parameter.name(), copyType(parameter.type()), parameter.place()))
                        .toList(),
                copyType(function.result()),
                function.docs(),
                function.stability(),
                function.externalId(),
                function.place());
    }

    private Kind copyKind(Kind kind) {
        return switch (kind) {
            case Kind.Freestanding freestanding -> freestanding;
            case Kind.Method(TypeId resource) -> new Kind.Method(copyReference(resource));
            case Kind.Static(TypeId resource) -> new Kind.Static(copyReference(resource));
            case Kind.Constructor(TypeId resource) -> new Kind.Constructor(copyReference(resource));
        };
    }

    private Optional<Type> copyType(Optional<Type> type) {
        return type.map(this::copyType);
    }

    private Type copyType(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> primitive;
            case Type.Named(TypeId id) -> new Type.Named(copyReference(id));
            case Type.Own(TypeId resource) -> new Type.Own(copyReference(resource));
            case Type.Borrow(TypeId resource) -> new Type.Borrow(copyReference(resource));
            case Type.ListOf(Type element) -> new Type.ListOf(copyType(element));
            case Type.FixedList(Type element, long length) -> new Type.FixedList(copyType(element), length);
            case Type.Option(Type some) -> new Type.Option(copyType(some));
            case Type.Result(Optional<Type> ok, Optional<Type> err) -> new Type.Result(copyType(ok), copyType(err));
            case Type.Tuple(List<Type> elements) ->
                new Type.Tuple(elements.stream().map(this::copyType).toList());
            case Type.MapOf(Type key, Type value) -> new Type.MapOf(copyType(key), copyType(value));
            case Type.Future(Optional<Type> payload) -> new Type.Future(copyType(payload));
            case Type.Stream(Optional<Type> payload) -> new Type.Stream(copyType(payload));
        };
    }
}
