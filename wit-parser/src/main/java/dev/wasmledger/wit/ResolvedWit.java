package dev.wasmledger.wit;

import dev.wasmledger.wit.TypeDefKind.AliasKind;
import dev.wasmledger.wit.internal.CompatibleImports;
import dev.wasmledger.wit.internal.WorldSlice;
import java.util.List;
import java.util.Optional;

/**
 * WIT with every name resolved and every gate decided: packages, the interfaces and worlds in them, and the types with
 * names. Ids of one {@code ResolvedWit} mean nothing to another.
 *
 * <p>The order is the same for the same input: a package stands behind those that it uses, and within a package an
 * interface stands behind those that it uses, a type behind those that it is made of.
 *
 * @param packages named by {@link PackageId}
 * @param interfaces named by {@link InterfaceId}
 * @param worlds named by {@link WorldId}
 * @param types named by {@link TypeId}
 * @param root the package that was asked for; the others are what it uses
 */
public record ResolvedWit(
        List<WitPackage> packages,
        List<WitInterface> interfaces,
        List<WitWorld> worlds,
        List<TypeDef> types,
        PackageId root) {

    public ResolvedWit {
        packages = List.copyOf(packages);
        interfaces = List.copyOf(interfaces);
        worlds = List.copyOf(worlds);
        types = List.copyOf(types);
    }

    public WitPackage get(PackageId id) {
        return packages.get(id.index());
    }

    public WitInterface get(InterfaceId id) {
        return interfaces.get(id.index());
    }

    public WitWorld get(WorldId id) {
        return worlds.get(id.index());
    }

    public TypeDef get(TypeId id) {
        return types.get(id.index());
    }

    /** The package of that name and version. */
    public Optional<PackageId> findPackage(PackageName name) {
        for (int i = 0; i < packages.size(); i++) {
            if (packages.get(i).name().equals(name)) {
                return Optional.of(new PackageId(i));
            }
        }
        return Optional.empty();
    }

    /** The interface of that name, {@code wasi:clocks/wall-clock@0.2.0} for instance. */
    public Optional<InterfaceId> findInterface(String name) {
        for (int i = 0; i < interfaces.size(); i++) {
            var id = new InterfaceId(i);
            if (get(id).name().isPresent() && interfaceName(id).equals(name)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** The world of that name: {@code command} in the root package, or {@code wasi:cli/command@0.2.0}. */
    public Optional<WorldId> findWorld(String name) {
        if (!name.contains(":")) {
            return Optional.ofNullable(get(root).worlds().get(name));
        }
        for (int i = 0; i < worlds.size(); i++) {
            if (worldName(new WorldId(i)).equals(name)) {
                return Optional.of(new WorldId(i));
            }
        }
        return Optional.empty();
    }

    /** One world with all that it needs and nothing else, as a model of its own; the world's package is its root. */
    public ResolvedWit only(WorldId world) {
        return WorldSlice.of(this, world);
    }

    /**
     * One world alone, in which of several imports of an interface in compatible versions only the newest is left and
     * stands for the others. Places are those of the text that this is printed as.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if a newer version lacks something of an older one
     *     ({@code WIT0506})
     */
    public ResolvedWit withCompatibleImportsMerged(WorldId world) {
        return CompatibleImports.merge(this, world);
    }

    /**
     * The name that an interface is imported and exported by: {@code wasi:clocks/wall-clock@0.2.0}.
     *
     * @throws IllegalArgumentException if it is written inside a world and so has no name
     */
    public String interfaceName(InterfaceId id) {
        WitInterface iface = get(id);
        String name = iface.name()
                .orElseThrow(() -> new IllegalArgumentException("an interface inside a world has no name of its own"));
        return get(iface.owner()).name().itemName(name);
    }

    /** The full name of a world: {@code wasi:cli/command@0.2.0}. */
    public String worldName(WorldId id) {
        WitWorld world = get(id);
        return get(world.owner()).name().itemName(world.name());
    }

    /** The name that a world imports or exports something by. */
    public String keyName(WitWorld.WorldKey key) {
        return switch (key) {
            case WitWorld.WorldKey.PlainName(String name) -> name;
            case WitWorld.WorldKey.InterfaceName(InterfaceId id) -> interfaceName(id);
        };
    }

    /** The definition behind all aliases of a name: itself, unless it is an alias of another name. */
    public TypeId dealias(TypeId id) {
        TypeId current = id;
        while (get(current).kind() instanceof AliasKind(Type.Named(TypeId target))) {
            current = target;
        }
        return current;
    }

    /** The type behind all aliases: a built-in one, one in place, or the name of one that is no alias. */
    public Type dealias(Type type) {
        Type current = type;
        while (current instanceof Type.Named(TypeId id) && get(id).kind() instanceof AliasKind(Type target)) {
            current = target;
        }
        return current;
    }
}
