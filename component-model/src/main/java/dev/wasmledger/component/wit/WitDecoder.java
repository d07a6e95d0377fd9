package dev.wasmledger.component.wit;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.NameAttribute;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValueExtern;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitPackage;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a component says in WIT: the package that it is the binary form of (WIT.md, "Package format") or, of any other
 * component, its imports and exports as {@code world root} of {@code package root:component}.
 */
public final class WitDecoder {

    private static final String COMPONENT_PACKAGE = "root:component";

    private final ByteOffset place;
    private final WitTypeDecoder types;
    private final Map<PackageName, PackageId> packages = new LinkedHashMap<>();
    private final List<SequencedMap<String, InterfaceId>> packageInterfaces = new ArrayList<>();
    private final List<SequencedMap<String, WorldId>> packageWorlds = new ArrayList<>();
    private final Map<String, InterfaceId> known = new LinkedHashMap<>();
    private final List<WitInterface> interfaces = new ArrayList<>();
    private final List<WitWorld> worlds = new ArrayList<>();

    private WitDecoder(ByteOffset place) {
        this.place = place;
        this.types = new WitTypeDecoder(place);
    }

    /**
     * Reads a component as WIT.
     *
     * @param fileName what diagnostics call it
     * @throws DiagnosticException if it imports or exports what WIT has no words for: a core module, a component, a type
     *     without a name; or if its section {@code package-docs} is of no use
     */
    public static ResolvedWit decode(String fileName, ValidatedComponent component) {
        ResolvedWit wit = new WitDecoder(new ByteOffset(fileName, 0)).decode(component.type());
        List<CustomSection> docs = component
                .component()
                .definitions()
                .filter(CustomSection.class::isInstance)
                .map(CustomSection.class::cast)
                .filter(section -> section.name().equals(PackageDocs.SECTION))
                .toList();
        if (docs.size() > 1) {
            throw PackageDocsReader.unusable(fileName, "there is more than one");
        }
        return docs.isEmpty()
                ? wit
                : PackageDocsApplier.apply(
                        fileName,
                        PackageDocs.decode(fileName, docs.getFirst().data().toByteArray()),
                        wit);
    }

    /** Whether the component is the binary form of a WIT package. */
    public static boolean isPackage(ComponentType type) {
        return type.imports().isEmpty()
                && !type.exports().isEmpty()
                && type.exports().values().stream()
                        .allMatch(export -> export.type() instanceof TypeExtern(ComponentType outer, var bound)
                                && outer.exports().size() == 1);
    }

    private ResolvedWit decode(ComponentType type) {
        PackageName root = isPackage(type)
                ? packageOf(outer(type.exports().values().iterator().next())
                        .exports()
                        .keySet()
                        .iterator()
                        .next())
                : packageOf(COMPONENT_PACKAGE + "/root");
        collectPackages(type, root);
        if (isPackage(type)) {
            type.exports().values().forEach(export -> item(outer(export)));
        } else {
            world("root", root, type);
        }
        return new ResolvedWit(packages(), interfaces, worlds, types.types(), id(root));
    }

    private static ComponentType outer(ExternDecl export) {
        return (ComponentType) ((TypeExtern) export.type()).type();
    }

    /** Packages that are used come first, the root last. */
    private void collectPackages(ComponentType type, PackageName root) {
        List<PackageName> names = new ArrayList<>();
        collectPackages(type, names);
        names.removeIf(root::equals);
        names.add(root);
        for (PackageName name : names) {
            if (packages.putIfAbsent(name, new PackageId(packages.size())) == null) {
                packageInterfaces.add(new LinkedHashMap<>());
                packageWorlds.add(new LinkedHashMap<>());
            }
        }
    }

    private void collectPackages(ComponentType type, List<PackageName> names) {
        for (Map<String, ExternDecl> declarations : List.of(type.imports(), type.exports())) {
            declarations.forEach((name, declaration) -> {
                String interfaceName = interfaceName(declaration.name());
                if (interfaceName.contains(":")) {
                    names.add(packageOf(interfaceName));
                }
                if (declaration.type() instanceof TypeExtern(ComponentType nested, var bound)) {
                    collectPackages(nested, names);
                } else if (declaration.type() instanceof ComponentType nested) {
                    collectPackages(nested, names);
                }
            });
        }
    }

    private PackageName packageOf(String itemName) {
        int slash = itemName.indexOf('/');
        int at = itemName.indexOf('@');
        return Optional.of(itemName)
                .filter(name -> slash > 0)
                .flatMap(name -> PackageName.parse(name.substring(0, slash) + (at < 0 ? "" : name.substring(at))))
                .orElseThrow(() -> notWit("the name `" + itemName + "` is not one of an interface"));
    }

    private static String shortName(String itemName) {
        return itemName.substring(itemName.indexOf('/') + 1).replaceFirst("@.*", "");
    }

    private PackageId id(PackageName name) {
        PackageId id = packages.get(name);
        if (id == null) {
            throw new IllegalStateException("the package " + name + " was not collected");
        }
        return id;
    }

    private List<WitPackage> packages() {
        List<WitPackage> result = new ArrayList<>();
        packages.forEach((name, id) -> result.add(new WitPackage(
                name, packageInterfaces.get(id.index()), packageWorlds.get(id.index()), Optional.empty(), place)));
        return result;
    }

    /** An interface or a world of a package: what the type exports is it, what it imports is what it uses. */
    private void item(ComponentType outer) {
        outer.imports().forEach((name, declaration) -> namedInterface(name, instance(name, declaration.type())));
        outer.exports().forEach((name, declaration) -> {
            switch (declaration.type()) {
                case InstanceType instance -> namedInterface(name, instance);
                case ComponentType type -> world(shortName(name), packageOf(name), type);
                default -> throw notWit("`" + name + "` is neither an interface nor a world");
            }
        });
    }

    private InstanceType instance(String name, ExternType type) {
        if (type instanceof InstanceType instance) {
            return instance;
        }
        throw notWit("`" + name + "` is not an interface");
    }

    /** The interface of that name; what this place knows of it is added to what others knew. */
    private InterfaceId namedInterface(String name, InstanceType instance) {
        PackageId owner = id(packageOf(name));
        InterfaceId id = known.get(name);
        if (id == null) {
            id = newInterface(Optional.of(shortName(name)), owner);
            known.put(name, id);
            packageInterfaces.get(owner.index()).put(shortName(name), id);
        }
        fill(id, instance);
        return id;
    }

    private InterfaceId newInterface(Optional<String> name, PackageId owner) {
        interfaces.add(new WitInterface(
                name,
                owner,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                Optional.empty(),
                new Stability.Unknown(),
                place));
        return new InterfaceId(interfaces.size() - 1);
    }

    private void fill(InterfaceId id, InstanceType instance) {
        WitInterface before = interfaces.get(id.index());
        SequencedMap<String, TypeId> named = new LinkedHashMap<>(before.types());
        SequencedMap<String, WitFunction> functions = new LinkedHashMap<>(before.functions());
        instance.exports().forEach((name, declaration) -> {
            switch (declaration.type()) {
                case TypeExtern(DefType type, DefType bound) -> {
                    TypeId existing = named.get(name);
                    if (existing != null) {
                        types.isAlso(type, existing);
                    } else {
                        var owner = new TypeOwner.OfInterface(id);
                        named.put(name, types.define(declaration.name(), owner, type, bound));
                    }
                }
                case FuncType func ->
                    functions.computeIfAbsent(name, key -> types.function(declaration.name(), func, named::get));
                default -> throw notWit("`" + name + "` is neither a type nor a function, and stands in an interface");
            }
        });
        interfaces.set(
                id.index(),
                new WitInterface(
                        before.name(), before.owner(), named, functions, before.docs(), before.stability(), place));
    }

    private void world(String name, PackageName owner, ComponentType type) {
        var id = new WorldId(worlds.size());
        SequencedMap<WorldKey, WorldItem> imports = new LinkedHashMap<>();
        SequencedMap<WorldKey, WorldItem> exports = new LinkedHashMap<>();
        Map<String, TypeId> named = new LinkedHashMap<>();
        type.imports().forEach((key, declaration) -> {
            switch (declaration.type()) {
                case TypeExtern(DefType imported, DefType bound) -> {
                    TypeId typeId = types.define(declaration.name(), new TypeOwner.OfWorld(id), imported, bound);
                    named.put(key, typeId);
                    imports.put(new WorldKey.PlainName(key), new WorldItem.TypeItem(typeId));
                }
                default -> worldItem(declaration, owner, named, imports);
            }
        });
        type.exports().values().forEach(declaration -> worldItem(declaration, owner, named, exports));
        worlds.add(new WitWorld(name, id(owner), imports, exports, Optional.empty(), new Stability.Unknown(), place));
        packageWorlds.get(id(owner).index()).put(name, id);
    }

    private void worldItem(
            ExternDecl declaration,
            PackageName owner,
            Map<String, TypeId> named,
            SequencedMap<WorldKey, WorldItem> items) {
        String name = declaration.name().name();
        switch (declaration.type()) {
            case FuncType func ->
                items.put(
                        new WorldKey.PlainName(name),
                        new WorldItem.FunctionItem(types.function(declaration.name(), func, named::get)));
            case InstanceType instance -> {
                String interfaceName = interfaceName(declaration.name());
                InterfaceId id;
                if (interfaceName.contains(":")) {
                    id = namedInterface(interfaceName, instance);
                } else {
                    id = newInterface(Optional.empty(), id(owner));
                    fill(id, instance);
                }
                WorldKey key = name.contains(":") ? new WorldKey.InterfaceName(id) : new WorldKey.PlainName(name);
                items.put(
                        key,
                        new WorldItem.InterfaceItem(
                                id,
                                new Stability.Unknown(),
                                WitTypeDecoder.externalId(declaration.name()),
                                Optional.empty(),
                                place));
            }
            case CoreModuleType module -> throw notWit("`" + name + "` is a core module");
            case ComponentType component -> throw notWit("`" + name + "` is a component");
            case ValueExtern value -> throw notWit("`" + name + "` is a value");
            case TypeExtern exported -> throw notWit("`" + name + "` is an exported type outside an interface");
        }
    }

    /** The interface that a name stands for: itself, or what it says it implements. */
    private static String interfaceName(ExternName name) {
        return name.attributes().stream()
                .filter(NameAttribute.Implements.class::isInstance)
                .map(attribute -> ((NameAttribute.Implements) attribute).interfaceName())
                .findFirst()
                .orElse(name.name());
    }

    private DiagnosticException notWit(String why) {
        return new DiagnosticException(Rule.NOT_WIT.at(place, "WIT has no words for this component: " + why));
    }
}
