package dev.wasmledger.component.wit;

import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.FuncTypeDef;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.LabeledType;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.NameAttribute;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The component type of a world (WIT.md, "Package format"): interfaces become instance types in which each named type is
 * exported; a type that another interface defines comes in as an alias of the instance that was imported before, or
 * exported before, for that interface.
 */
public final class WorldTypeEncoder {

    private final ResolvedWit wit;
    private final TypeScope world = new TypeScope();
    private final Map<InterfaceId, Index.Instance> instances = new HashMap<>();
    private final Map<TypeId, Index.Type> aliased = new HashMap<>();

    /** The scope at hand: the world's, or that of the interface that is being encoded. */
    private TypeScope scope = world;

    private Optional<InterfaceId> current = Optional.empty();

    private WorldTypeEncoder(ResolvedWit wit) {
        this.wit = wit;
    }

    /** The type of a component that targets this world exactly. */
    public static ComponentTypeDef encode(ResolvedWit wit, WorldId id) {
        return new WorldTypeEncoder(wit).world(wit.get(id));
    }

    /**
     * The type by which an interface stands in its package's binary form: it imports what the interface uses, types alone,
     * and exports the interface.
     */
    static ComponentTypeDef encodeInterface(ResolvedWit wit, InterfaceId id) {
        var encoder = new WorldTypeEncoder(wit);
        Set<InterfaceId> used = new LinkedHashSet<>();
        encoder.collectUsed(id, used);
        used.remove(id);
        for (InterfaceId dependency : used) {
            Index.Type type = encoder.instanceType(dependency, false);
            encoder.instances.put(
                    dependency, encoder.world.importInstance(ExternName.of(wit.interfaceName(dependency)), type));
        }
        encoder.world.exportInstance(ExternName.of(wit.interfaceName(id)), encoder.instanceType(id, true));
        return new ComponentTypeDef(encoder.world.declarators());
    }

    /** The interfaces whose types an interface uses, each behind those that it uses itself. */
    private void collectUsed(InterfaceId id, Set<InterfaceId> used) {
        if (used.contains(id)) {
            return;
        }
        for (TypeId type : wit.get(id).types().values()) {
            if (wit.get(type).kind() instanceof TypeDefKind.AliasKind(Type.Named(TypeId target))) {
                ownerOf(target).filter(owner -> !owner.equals(id)).ifPresent(owner -> collectUsed(owner, used));
            }
        }
        used.add(id);
    }

    private ComponentTypeDef world(WitWorld source) {
        source.imports().forEach((key, item) -> {
            switch (item) {
                case WorldItem.InterfaceItem imported ->
                    instances.put(
                            imported.id(),
                            world.importInstance(interfaceKey(key, imported), instanceType(imported.id(), true)));
                case WorldItem.FunctionItem(WitFunction function) -> world.importFunc(name(function), func(function));
                case WorldItem.TypeItem(TypeId id) -> type(id);
            }
        });
        source.exports().forEach((key, item) -> {
            switch (item) {
                case WorldItem.InterfaceItem exported -> {
                    ExternName name = interfaceKey(key, exported);
                    Index.Type type = instanceType(exported.id(), true);
                    instances.put(exported.id(), world.exportInstance(name, type));
                    // From here on, a type of this interface is that of the exported instance.
                    aliased.keySet().removeIf(id -> ownerOf(id).equals(Optional.of(exported.id())));
                }
                case WorldItem.FunctionItem(WitFunction function) -> world.exportFunc(name(function), func(function));
                case WorldItem.TypeItem exported ->
                    throw new IllegalArgumentException("a world exports no types of its own");
            }
        });
        return new ComponentTypeDef(world.declarators());
    }

    private ExternName interfaceKey(WorldKey key, WorldItem.InterfaceItem item) {
        List<NameAttribute> attributes = new ArrayList<>();
        if (key instanceof WorldKey.PlainName && wit.get(item.id()).name().isPresent()) {
            attributes.add(new NameAttribute.Implements(wit.interfaceName(item.id())));
        }
        return name(wit.keyName(key), attributes, item.externalId());
    }

    private static ExternName name(WitFunction function) {
        return name(function.name(), new ArrayList<>(), function.externalId());
    }

    private static ExternName name(String name, List<NameAttribute> attributes, Optional<String> externalId) {
        externalId.ifPresent(id -> attributes.add(new NameAttribute.ExternalId(id)));
        return attributes.isEmpty()
                ? ExternName.of(name)
                : new ExternName(name, ExternName.Form.ATTRIBUTED, attributes);
    }

    private Index.Type instanceType(InterfaceId id, boolean withFunctions) {
        WitInterface source = wit.get(id);
        scope = new TypeScope();
        current = Optional.of(id);
        source.types().values().forEach(this::type);
        if (withFunctions) {
            resourcesFirst(source).forEach(function -> scope.exportFunc(name(function), func(function)));
        }
        var type = new InstanceTypeDef(scope.declarators());
        scope = world;
        current = Optional.empty();
        return world.define(type);
    }

    /** The functions of the resources, in the order of these, then the freestanding ones: the reference's order. */
    private static List<WitFunction> resourcesFirst(WitInterface source) {
        List<TypeId> order = List.copyOf(source.types().values());
        return source.functions().values().stream()
                .sorted(Comparator.comparingInt(
                        function -> function.kind().owner().map(order::indexOf).orElse(order.size())))
                .toList();
    }

    private Index.Type func(WitFunction function) {
        List<LabeledType> params = function.parameters().stream()
                .map(parameter -> new LabeledType(parameter.name(), valType(parameter.type())))
                .toList();
        var type = new FuncTypeDef(function.async(), params, function.result().map(this::valType));
        Index.Type known = scope.inPlace.get(type);
        if (known == null) {
            known = scope.define(type);
            scope.inPlace.put(type, known);
        }
        return known;
    }

    private ValTypeRef valType(Type type) {
        if (type instanceof Type.Primitive primitive) {
            return new ValTypeRef.Prim(Primitive.valueOf(primitive.name()));
        }
        if (type instanceof Type.Named(TypeId id)) {
            return new ValTypeRef.Defined(type(id));
        }
        ValTypeDef definition = definition(type);
        Index.Type known = scope.inPlace.get(definition);
        if (known == null) {
            known = scope.define(definition);
            scope.inPlace.put(definition, known);
        }
        return new ValTypeRef.Defined(known);
    }

    private ValTypeDef definition(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> new ValTypeDef.PrimDef(Primitive.valueOf(primitive.name()));
            case Type.Named(TypeId id) ->
                throw new IllegalArgumentException(wit.get(id).name() + " has a definition of its own");
            case Type.ListOf(Type element) -> new ValTypeDef.ListDef(valType(element), OptionalInt.empty());
            case Type.FixedList(Type element, long length) ->
                new ValTypeDef.ListDef(valType(element), OptionalInt.of((int) length));
            case Type.Option(Type some) -> new ValTypeDef.OptionDef(valType(some));
            case Type.Result(Optional<Type> ok, Optional<Type> err) ->
                new ValTypeDef.ResultDef(ok.map(this::valType), err.map(this::valType));
            case Type.Tuple(List<Type> elements) ->
                new ValTypeDef.TupleDef(elements.stream().map(this::valType).toList());
            case Type.MapOf(Type key, Type value) -> new ValTypeDef.MapDef(valType(key), valType(value));
            case Type.Future(Optional<Type> payload) -> new ValTypeDef.FutureDef(payload.map(this::valType));
            case Type.Stream(Optional<Type> payload) -> new ValTypeDef.StreamDef(payload.map(this::valType));
            case Type.Own(TypeId resource) -> new ValTypeDef.OwnDef(type(resource));
            case Type.Borrow(TypeId resource) -> new ValTypeDef.BorrowDef(type(resource));
        };
    }

    /** The index, in the scope at hand, of a type with a name. */
    private Index.Type type(TypeId id) {
        Index.Type known = scope.named.get(id);
        if (known != null) {
            return known;
        }
        Index.Type index = ownerOf(id).equals(current) ? own(id) : foreign(id);
        scope.named.put(id, index);
        return index;
    }

    private Optional<InterfaceId> ownerOf(TypeId id) {
        return switch (wit.get(id).owner()) {
            case TypeOwner.OfInterface(InterfaceId owner) -> Optional.of(owner);
            case TypeOwner.OfWorld world -> Optional.empty();
        };
    }

    /** Defines a type and gives it its name by exporting it, or importing it where it is the world's. */
    private Index.Type own(TypeId id) {
        var source = wit.get(id);
        ExternName name = name(source.name(), new ArrayList<>(), source.externalId());
        ExternDesc bound = switch (source.kind()) {
            case TypeDefKind.ResourceKind() -> new ExternDesc.SubResource();
            case TypeDefKind.AliasKind(Type.Named(TypeId target)) -> new ExternDesc.TypeEq(type(target));
            case TypeDefKind.AliasKind(Type target) -> new ExternDesc.TypeEq(define(definition(target)));
            case TypeDefKind.RecordKind(var fields) ->
                new ExternDesc.TypeEq(define(new ValTypeDef.RecordDef(fields.stream()
                        .map(field -> new LabeledType(field.name(), valType(field.type())))
                        .toList())));
            case TypeDefKind.VariantKind(var cases) ->
                new ExternDesc.TypeEq(define(new ValTypeDef.VariantDef(cases.stream()
                        .map(c -> new ValTypeDef.CaseDef(c.name(), c.payload().map(this::valType)))
                        .toList())));
            case TypeDefKind.EnumKind(var cases) ->
                new ExternDesc.TypeEq(define(new ValTypeDef.EnumDef(
                        cases.stream().map(TypeDefKind.Label::name).toList())));
            case TypeDefKind.FlagsKind(var flags) ->
                new ExternDesc.TypeEq(define(new ValTypeDef.FlagsDef(
                        flags.stream().map(TypeDefKind.Label::name).toList())));
        };
        return current.isPresent() ? scope.exportType(name, bound) : scope.importType(name, bound);
    }

    private Index.Type define(ValTypeDef definition) {
        return scope.define(definition);
    }

    /** A type of another interface, by way of the instance that the world has for that interface. */
    private Index.Type foreign(TypeId id) {
        Index.Type inWorld = aliased.get(id);
        if (inWorld == null) {
            InterfaceId owner = ownerOf(id)
                    .orElseThrow(() ->
                            new IllegalArgumentException("an interface cannot use a type of the world that it is in"));
            Index.Instance instance = instances.get(owner);
            if (instance == null) {
                throw new IllegalArgumentException("the world has no " + wit.interfaceName(owner) + ", whose "
                        + wit.get(id).name() + " it uses");
            }
            inWorld = world.aliasExport(instance, wit.get(id).name());
            aliased.put(id, inWorld);
        }
        return current.isPresent() ? scope.aliasOuter(inWorld) : inWorld;
    }
}
