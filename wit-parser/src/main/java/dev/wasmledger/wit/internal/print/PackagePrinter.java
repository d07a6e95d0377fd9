package dev.wasmledger.wit.internal.print;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind.AliasKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitPackage;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Packages with their interfaces and worlds, in the layout of the reference printer. */
public final class PackagePrinter {

    private final ResolvedWit wit;
    private final PackageId owner;
    private final TypePrinter types;
    private final Output out;

    private PackagePrinter(ResolvedWit wit, PackageId owner, Output out) {
        this.wit = wit;
        this.owner = owner;
        this.types = new TypePrinter(wit);
        this.out = out;
    }

    /** One package as a file, with others nested in it. */
    public static String printFile(ResolvedWit wit, PackageId id, List<PackageId> nested) {
        var out = new Output();
        new PackagePrinter(wit, id, out).printFile(place -> true);
        for (PackageId other : nested) {
            out.endLine();
            new PackagePrinter(wit, other, out).printNested();
        }
        return out.toString();
    }

    /** What stands at certain places of one package and of those nested beside it, as a file. */
    public static String printPart(ResolvedWit wit, PackageId id, Predicate<Place> part) {
        var out = new Output();
        new PackagePrinter(wit, id, out).printFile(part);
        for (int i = 0; i < wit.packages().size(); i++) {
            var other = new PackageId(i);
            if (!other.equals(id) && part.test(wit.get(other).place())) {
                out.endLine();
                new PackagePrinter(wit, other, out).printNested();
            }
        }
        return out.toString();
    }

    private void printFile(Predicate<Place> part) {
        WitPackage unit = wit.get(owner);
        if (part.test(unit.place())) {
            out.docs(unit.docs());
            out.endLine("package " + header(unit.name()) + ";");
            out.endLine();
        }
        unit.interfaces().values().stream()
                .filter(id -> part.test(wit.get(id).place()))
                .forEach(id -> {
                    printInterface(id);
                    out.endLine();
                });
        unit.worlds().values().stream()
                .filter(id -> part.test(wit.get(id).place()))
                .forEach(id -> printWorld(wit.get(id), new TypeOwner.OfWorld(id)));
    }

    private void printNested() {
        WitPackage unit = wit.get(owner);
        out.docs(unit.docs());
        out.add("package " + header(unit.name())).open();
        unit.interfaces().values().forEach(this::printInterface);
        unit.worlds().values().forEach(id -> printWorld(wit.get(id), new TypeOwner.OfWorld(id)));
        out.close();
    }

    private static String header(PackageName name) {
        return Identifiers.escape(name.namespace()) + ":" + Identifiers.escape(name.name())
                + name.version().map(version -> "@" + version).orElse("");
    }

    private void printInterface(InterfaceId id) {
        WitInterface iface = wit.get(id);
        out.docs(iface.docs());
        out.gate(iface.stability(), Optional.empty());
        out.add("interface " + Identifiers.escape(iface.name().orElseThrow())).open();
        printMembers(id, iface);
        out.close();
    }

    private void printMembers(InterfaceId id, WitInterface iface) {
        printTypes(
                new TypeOwner.OfInterface(id),
                iface.types().values(),
                iface.functions().values());
        for (WitFunction function : iface.functions().values()) {
            if (function.kind().owner().isEmpty()) {
                out.separateItem();
                out.docs(function.docs());
                out.gate(function.stability(), function.externalId());
                out.endLine(Identifiers.escape(function.name()) + ": " + types.text(function) + ";");
            }
        }
    }

    private void printWorld(WitWorld world, TypeOwner self) {
        out.docs(world.docs());
        out.gate(world.stability(), Optional.empty());
        out.add("world " + Identifiers.escape(world.name())).open();
        List<TypeId> ownTypes = new ArrayList<>();
        List<WitFunction> functions = new ArrayList<>();
        world.imports().forEach((key, item) -> {
            switch (item) {
                case WorldItem.InterfaceItem iface -> printWorldItem("import", key, item);
                case WorldItem.TypeItem(TypeId id) -> ownTypes.add(id);
                case WorldItem.FunctionItem(WitFunction function) -> functions.add(function);
            }
        });
        printTypes(self, ownTypes, functions);
        world.imports().forEach((key, item) -> {
            if (item instanceof WorldItem.FunctionItem(WitFunction function)
                    && function.kind().owner().isEmpty()) {
                printWorldItem("import", key, item);
            }
        });
        if (!world.exports().isEmpty()) {
            out.separateItem();
        }
        world.exports().forEach((key, item) -> printWorldItem("export", key, item));
        out.close();
    }

    private void printWorldItem(String direction, WorldKey key, WorldItem item) {
        switch (item) {
            case WorldItem.InterfaceItem iface -> printWorldInterface(direction, key, iface);
            case WorldItem.FunctionItem(WitFunction function) -> {
                out.docs(function.docs());
                out.gate(function.stability(), function.externalId());
                out.endLine(direction + " " + Identifiers.escape(function.name()) + ": " + types.text(function) + ";");
            }
            case WorldItem.TypeItem type -> throw new IllegalStateException("a world's types are printed apart");
        }
        out.adjacentItem();
    }

    private void printWorldInterface(String direction, WorldKey key, WorldItem.InterfaceItem item) {
        WitInterface iface = wit.get(item.id());
        boolean inline = iface.name().isEmpty();
        out.docs(item.docs().isEmpty() && inline ? iface.docs() : item.docs());
        out.gate(item.stability(), item.externalId());
        String label = key instanceof WorldKey.PlainName(String name) ? Identifiers.escape(name) + ": " : "";
        out.add(direction + " " + label);
        if (inline) {
            out.add("interface").open();
            printMembers(item.id(), iface);
            out.close();
        } else {
            out.endLine(path(item.id()) + ";");
        }
    }

    private void printTypes(TypeOwner self, Collection<TypeId> ids, Collection<WitFunction> functions) {
        List<Use> uses = new ArrayList<>();
        List<TypeId> declared = new ArrayList<>();
        for (TypeId id : ids) {
            Optional<InterfaceId> from = usedFrom(id, self);
            if (from.isEmpty()) {
                declared.add(id);
            } else if (!uses.isEmpty() && uses.getLast().takesIn(from.get(), wit.get(id))) {
                uses.getLast().names().add(id);
            } else {
                uses.add(new Use(from.get(), wit.get(id), new ArrayList<>(List.of(id))));
            }
        }
        uses.forEach(this::printUse);
        Map<TypeId, List<WitFunction>> byResource = new HashMap<>();
        for (WitFunction function : functions) {
            function.kind()
                    .owner()
                    .ifPresent(resource -> byResource
                            .computeIfAbsent(resource, unused -> new ArrayList<>())
                            .add(function));
        }
        for (TypeId id : declared) {
            TypeDef type = wit.get(id);
            out.separateItem();
            out.docs(type.docs());
            out.gate(type.stability(), type.externalId());
            types.declare(type, byResource.getOrDefault(id, List.of()), out);
        }
    }

    /** Types that one {@code use} brings in: neighbours from the same interface with the same gate. */
    private record Use(InterfaceId from, TypeDef first, List<TypeId> names) {
        boolean takesIn(InterfaceId other, TypeDef type) {
            Stability stability = first.stability();
            return from.equals(other)
                    && stability.equals(type.stability())
                    && first.externalId().equals(type.externalId());
        }
    }

    private Optional<InterfaceId> usedFrom(TypeId id, TypeOwner self) {
        return wit.get(id).kind() instanceof AliasKind(Type.Named(TypeId target))
                        && !wit.get(target).owner().equals(self)
                        && wit.get(target).owner() instanceof TypeOwner.OfInterface(InterfaceId from)
                ? Optional.of(from)
                : Optional.empty();
    }

    private void printUse(Use use) {
        out.gate(use.first().stability(), use.first().externalId());
        String names = use.names().stream().map(this::usedName).collect(Collectors.joining(", "));
        out.endLine("use " + path(use.from()) + ".{" + names + "};");
        out.adjacentItem();
    }

    private String usedName(TypeId id) {
        TypeDef type = wit.get(id);
        if (!(type.kind() instanceof AliasKind(Type.Named(TypeId target)))) {
            throw new IllegalStateException("what is used is an alias");
        }
        String original = Identifiers.escape(wit.get(target).name());
        String name = Identifiers.escape(type.name());
        return original.equals(name) ? name : original + " as " + name;
    }

    private String path(InterfaceId id) {
        WitInterface iface = wit.get(id);
        String name = Identifiers.escape(iface.name().orElseThrow());
        if (iface.owner().equals(owner)) {
            return name;
        }
        PackageName unit = wit.get(iface.owner()).name();
        return Identifiers.escape(unit.namespace()) + ":" + Identifiers.escape(unit.name()) + "/" + name
                + unit.version().map(version -> "@" + version).orElse("");
    }
}
