package dev.wasmledger.wit.internal;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeDefKind.AliasKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitFunction.Kind;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitPackage;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One world of a model with the interfaces that it needs, as a model of its own: everything keeps its order. */
public final class WorldSlice {

    private final ResolvedWit wit;
    private final WorldId world;
    /** Imports that are left out, and the interface that stands for each. */
    private final Map<InterfaceId, InterfaceId> replaced;

    private final Map<Integer, InterfaceId> interfaces = new TreeMap<>();
    private final Map<Integer, TypeId> types = new TreeMap<>();
    private final Map<Integer, PackageId> packages = new TreeMap<>();

    private WorldSlice(ResolvedWit wit, WorldId world, Map<InterfaceId, InterfaceId> replaced) {
        this.wit = wit;
        this.world = world;
        this.replaced = replaced;
    }

    /** The model of that world; its package is the root. */
    public static ResolvedWit of(ResolvedWit wit, WorldId world) {
        return of(wit, world, Map.of());
    }

    /** The same with some imports left out; what uses types of one uses those of the interface that stands for it. */
    static ResolvedWit of(ResolvedWit wit, WorldId world, Map<InterfaceId, InterfaceId> replaced) {
        return new WorldSlice(wit, world, replaced).cut();
    }

    private ResolvedWit cut() {
        chooseInterfaces();
        for (int i = 0; i < wit.types().size(); i++) {
            if (isChosen(wit.types().get(i).owner())) {
                types.put(i, new TypeId(types.size()));
            }
        }
        return new ResolvedWit(
                packages.keySet().stream()
                        .map(i -> unit(new PackageId(i), wit.packages().get(i)))
                        .toList(),
                interfaces.keySet().stream()
                        .map(i -> iface(wit.interfaces().get(i)))
                        .toList(),
                List.of(world(wit.get(world))),
                types.keySet().stream().map(i -> typeDef(wit.types().get(i))).toList(),
                id(wit.get(world).owner()));
    }

    /** Those that the world imports or exports; it imports whatever they use. */
    private void chooseInterfaces() {
        wit.get(world).imports().values().forEach(this::choose);
        wit.get(world).exports().values().forEach(this::choose);
        packages.put(wit.get(world).owner().index(), wit.get(world).owner());
        interfaces
                .keySet()
                .forEach(i -> packages.put(
                        wit.interfaces().get(i).owner().index(),
                        wit.interfaces().get(i).owner()));
        renumber(interfaces, InterfaceId::new);
        renumber(packages, PackageId::new);
    }

    private void choose(WorldItem item) {
        if (item instanceof WorldItem.InterfaceItem iface && !replaced.containsKey(iface.id())) {
            interfaces.put(iface.id().index(), iface.id());
        }
    }

    private static <T> void renumber(Map<Integer, T> chosen, IntFunction<T> id) {
        int next = 0;
        for (Map.Entry<Integer, T> entry : chosen.entrySet()) {
            entry.setValue(id.apply(next++));
        }
    }

    private boolean isChosen(TypeOwner owner) {
        return switch (owner) {
            case TypeOwner.OfInterface(InterfaceId id) -> interfaces.containsKey(id.index());
            case TypeOwner.OfWorld(WorldId id) -> id.equals(world);
        };
    }

    private WitPackage unit(PackageId id, WitPackage unit) {
        SequencedMap<String, InterfaceId> kept = new LinkedHashMap<>();
        unit.interfaces().forEach((name, iface) -> {
            if (interfaces.containsKey(iface.index())) {
                kept.put(name, id(iface));
            }
        });
        SequencedMap<String, WorldId> worlds = new LinkedHashMap<>();
        if (id.equals(wit.get(world).owner())) {
            worlds.put(wit.get(world).name(), new WorldId(0));
        }
        return new WitPackage(unit.name(), kept, worlds, unit.docs(), unit.place());
    }

    private WitInterface iface(WitInterface iface) {
        SequencedMap<String, TypeId> named = new LinkedHashMap<>();
        iface.types().forEach((name, id) -> named.put(name, id(id)));
        SequencedMap<String, WitFunction> functions = new LinkedHashMap<>();
        iface.functions().forEach((name, function) -> functions.put(name, function(function)));
        return new WitInterface(
                iface.name(), id(iface.owner()), named, functions, iface.docs(), iface.stability(), iface.place());
    }

    private WitWorld world(WitWorld from) {
        return new WitWorld(
                from.name(),
                id(from.owner()),
                items(from.imports()),
                items(from.exports()),
                from.docs(),
                from.stability(),
                from.place());
    }

    private SequencedMap<WorldKey, WorldItem> items(SequencedMap<WorldKey, WorldItem> from) {
        SequencedMap<WorldKey, WorldItem> items = new LinkedHashMap<>();
        from.forEach((key, item) -> {
            if (!(item instanceof WorldItem.InterfaceItem iface && replaced.containsKey(iface.id()))) {
                items.put(key(key), item(item));
            }
        });
        return items;
    }

    private WorldKey key(WorldKey key) {
        return switch (key) {
            case WorldKey.PlainName name -> name;
            case WorldKey.InterfaceName(InterfaceId id) -> new WorldKey.InterfaceName(id(id));
        };
    }

    private WorldItem item(WorldItem item) {
        return switch (item) {
            case WorldItem.InterfaceItem i ->
                new WorldItem.InterfaceItem(id(i.id()), i.stability(), i.externalId(), i.docs(), i.place());
            case WorldItem.FunctionItem(WitFunction function) -> new WorldItem.FunctionItem(function(function));
            case WorldItem.TypeItem(TypeId id) -> new WorldItem.TypeItem(id(id));
        };
    }

    private WitFunction function(WitFunction from) {
        Kind kind = switch (from.kind()) {
            case Kind.Freestanding free -> free;
            case Kind.Method(TypeId resource) -> new Kind.Method(id(resource));
            case Kind.Static(TypeId resource) -> new Kind.Static(id(resource));
            case Kind.Constructor(TypeId resource) -> new Kind.Constructor(id(resource));
        };
        List<WitFunction.Parameter> parameters = from.parameters().stream()
                .map(one -> new WitFunction.Parameter(one.name(), type(one.type()), one.place()))
                .toList();
        return new WitFunction(
                from.name(),
                kind,
                from.async(),
                parameters,
                from.result().map(this::type),
                from.docs(),
                from.stability(),
                from.externalId(),
                from.place());
    }

    private TypeDef typeDef(TypeDef from) {
        TypeOwner owner = switch (from.owner()) {
            case TypeOwner.OfInterface(InterfaceId id) -> new TypeOwner.OfInterface(id(id));
            case TypeOwner.OfWorld w -> new TypeOwner.OfWorld(new WorldId(0));
        };
        return new TypeDef(
                from.name(), owner, kind(from.kind()), from.docs(), from.stability(), from.externalId(), from.place());
    }

    private TypeDefKind kind(TypeDefKind kind) {
        return switch (kind) {
            case AliasKind(Type target) -> new AliasKind(type(target));
            case TypeDefKind.RecordKind(List<TypeDefKind.Field> fields) ->
                new TypeDefKind.RecordKind(fields.stream()
                        .map(f -> new TypeDefKind.Field(f.name(), type(f.type()), f.docs(), f.place()))
                        .toList());
            case TypeDefKind.VariantKind(List<TypeDefKind.Case> cases) ->
                new TypeDefKind.VariantKind(cases.stream()
                        .map(c -> new TypeDefKind.Case(c.name(), type(c.payload()), c.docs(), c.place()))
                        .toList());
            case TypeDefKind.EnumKind same -> same;
            case TypeDefKind.FlagsKind same -> same;
            case TypeDefKind.ResourceKind same -> same;
        };
    }

    private Type type(Type type) {
        return switch (type) {
            case Type.Primitive same -> same;
            case Type.Named(TypeId id) -> new Type.Named(id(id));
            case Type.Own(TypeId id) -> new Type.Own(id(id));
            case Type.Borrow(TypeId id) -> new Type.Borrow(id(id));
            case Type.ListOf(Type element) -> new Type.ListOf(type(element));
            case Type.FixedList(Type element, long length) -> new Type.FixedList(type(element), length);
            case Type.Option(Type some) -> new Type.Option(type(some));
            case Type.Result(Optional<Type> ok, Optional<Type> err) -> new Type.Result(type(ok), type(err));
            case Type.Tuple(List<Type> elements) ->
                new Type.Tuple(elements.stream().map(this::type).toList());
            case Type.MapOf(Type key, Type value) -> new Type.MapOf(type(key), type(value));
            case Type.Future(Optional<Type> payload) -> new Type.Future(type(payload));
            case Type.Stream(Optional<Type> payload) -> new Type.Stream(type(payload));
        };
    }

    private Optional<Type> type(Optional<Type> type) {
        return type.map(this::type);
    }

    private PackageId id(PackageId old) {
        return known(packages.get(old.index()));
    }

    private InterfaceId id(InterfaceId old) {
        return known(interfaces.get(old.index()));
    }

    private TypeId id(TypeId old) {
        TypeDef type = wit.get(old);
        boolean moved = type.owner() instanceof TypeOwner.OfInterface(InterfaceId owner) && replaced.containsKey(owner);
        return moved ? known(types.get(standIn(type).index())) : known(types.get(old.index()));
    }

    private TypeId standIn(TypeDef type) {
        InterfaceId owner = ((TypeOwner.OfInterface) type.owner()).id();
        return known(wit.get(known(replaced.get(owner))).types().get(type.name()));
    }

    private static <T> T known(@Nullable T id) {
        if (id == null) {
            throw new IllegalStateException("a world needs nothing beyond what it imports and exports");
        }
        return id;
    }
}
