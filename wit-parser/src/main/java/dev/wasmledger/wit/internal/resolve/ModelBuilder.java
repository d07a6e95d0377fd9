package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeDefKind.AliasKind;
import dev.wasmledger.wit.TypeDefKind.ResourceKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitPackage;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.internal.Limits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model while packages are being added to it. */
final class ModelBuilder {

    private final List<WitPackage> packages = new ArrayList<>();
    private final List<WitInterface> interfaces = new ArrayList<>();
    private final List<WitWorld> worlds = new ArrayList<>();
    private final List<TypeDef> types = new ArrayList<>();
    private final Map<PackageName, PackageId> packagesByName = new LinkedHashMap<>();
    /** How many interfaces use each other in a chain that ends with each of them. */
    private final List<Integer> useDepths = new ArrayList<>();

    private long worldItems;
    /** Types that hold a borrow somewhere. Known when a type is added, so that nobody has to search again. */
    private final BitSet borrowing = new BitSet();
    /** Resources and their aliases. */
    private final BitSet resources = new BitSet();

    PackageId nextPackage() {
        return new PackageId(packages.size());
    }

    InterfaceId nextInterface() {
        return new InterfaceId(interfaces.size());
    }

    WorldId nextWorld() {
        return new WorldId(worlds.size());
    }

    void add(WitPackage next) {
        packagesByName.put(next.name(), nextPackage());
        packages.add(next);
    }

    void add(WitInterface next) {
        interfaces.add(next);
        int depth = 1;
        for (InterfaceId used : usesOf(new InterfaceId(interfaces.size() - 1))) {
            depth = Math.max(depth, useDepths.get(used.index()) + 1);
        }
        if (depth > Limits.MAX_USE_DEPTH) {
            throw new LimitException(
                    "more than " + Limits.MAX_USE_DEPTH + " interfaces use each other in a chain", next.place());
        }
        useDepths.add(depth);
    }

    void add(WitWorld next) {
        worlds.add(next);
    }

    /** Takes note of imports and exports that are being added to a world. */
    void countWorldItems(int count, Place place) {
        worldItems += count;
        if (worldItems > Limits.MAX_WORLD_ITEMS) {
            throw new LimitException(
                    "the worlds have more than " + Limits.MAX_WORLD_ITEMS + " imports and exports", place);
        }
    }

    void replace(WorldId id, WitWorld world) {
        worlds.set(id.index(), world);
    }

    TypeId add(TypeDef next) {
        if (types.size() == Limits.MAX_TYPES) {
            throw new LimitException("there are more than " + Limits.MAX_TYPES + " types", next.place());
        }
        var id = new TypeId(types.size());
        types.add(next);
        borrowing.set(id.index(), holdsBorrow(next.kind()));
        boolean resource = next.kind() instanceof ResourceKind
                || (next.kind() instanceof AliasKind(Type.Named(TypeId target)) && isResource(target));
        resources.set(id.index(), resource);
        return id;
    }

    WitPackage get(PackageId id) {
        return packages.get(id.index());
    }

    WitInterface get(InterfaceId id) {
        return interfaces.get(id.index());
    }

    WitWorld get(WorldId id) {
        return worlds.get(id.index());
    }

    TypeDef get(TypeId id) {
        return types.get(id.index());
    }

    Optional<PackageId> findPackage(PackageName name) {
        return Optional.ofNullable(packagesByName.get(name));
    }

    boolean isResource(TypeId id) {
        return resources.get(id.index());
    }

    boolean holdsBorrow(Type type) {
        return switch (type) {
            case Type.Borrow borrow -> true;
            case Type.Primitive primitive -> false;
            case Type.Own own -> false;
            case Type.Named(TypeId id) -> borrowing.get(id.index());
            case Type.ListOf(Type element) -> holdsBorrow(element);
            case Type.FixedList(Type element, long length) -> holdsBorrow(element);
            case Type.Option(Type some) -> holdsBorrow(some);
            case Type.Result(Optional<Type> ok, Optional<Type> err) -> holdsBorrow(ok) || holdsBorrow(err);
            case Type.Tuple(List<Type> elements) -> elements.stream().anyMatch(this::holdsBorrow);
            case Type.MapOf(Type key, Type value) -> holdsBorrow(key) || holdsBorrow(value);
            case Type.Future(Optional<Type> payload) -> holdsBorrow(payload);
            case Type.Stream(Optional<Type> payload) -> holdsBorrow(payload);
        };
    }

    /** The interface that a type is used from, if it is an alias of another interface's type. */
    Optional<InterfaceId> usedFrom(TypeId id) {
        TypeDef type = get(id);
        if (type.kind() instanceof AliasKind(Type.Named(TypeId target))
                && !get(target).owner().equals(type.owner())
                && get(target).owner() instanceof TypeOwner.OfInterface(InterfaceId from)) {
            return Optional.of(from);
        }
        return Optional.empty();
    }

    /** The interfaces that an interface uses types of, in order; some perhaps several times. */
    List<InterfaceId> usesOf(InterfaceId id) {
        return get(id).types().values().stream()
                .flatMap(type -> usedFrom(type).stream())
                .toList();
    }

    ResolvedWit build(PackageId root) {
        return new ResolvedWit(packages, interfaces, worlds, types, root);
    }

    private boolean holdsBorrow(Optional<Type> type) {
        return type.isPresent() && holdsBorrow(type.get());
    }

    private boolean holdsBorrow(TypeDefKind kind) {
        return switch (kind) {
            case AliasKind(Type target) -> holdsBorrow(target);
            case TypeDefKind.RecordKind(List<TypeDefKind.Field> fields) ->
                fields.stream().anyMatch(field -> holdsBorrow(field.type()));
            case TypeDefKind.VariantKind(List<TypeDefKind.Case> cases) ->
                cases.stream().anyMatch(one -> holdsBorrow(one.payload()));
            case TypeDefKind.EnumKind e -> false;
            case TypeDefKind.FlagsKind f -> false;
            case ResourceKind r -> false;
        };
    }
}
