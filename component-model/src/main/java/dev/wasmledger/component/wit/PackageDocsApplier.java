package dev.wasmledger.component.wit;

import dev.wasmledger.component.wit.PackageDocs.FunctionDocs;
import dev.wasmledger.component.wit.PackageDocs.InterfaceDocs;
import dev.wasmledger.component.wit.PackageDocs.SideDocs;
import dev.wasmledger.component.wit.PackageDocs.TypeDocs;
import dev.wasmledger.component.wit.PackageDocs.WorldDocs;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitPackage;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Puts doc comments and gates back to the items of the root package. Docs of what is not there are an error. */
final class PackageDocsApplier {

    private final String fileName;
    private final ResolvedWit wit;
    private final List<WitPackage> packages;
    private final List<WitInterface> interfaces;
    private final List<WitWorld> worlds;
    private final List<TypeDef> types;

    private PackageDocsApplier(String fileName, ResolvedWit wit) {
        this.fileName = fileName;
        this.wit = wit;
        this.packages = new ArrayList<>(wit.packages());
        this.interfaces = new ArrayList<>(wit.interfaces());
        this.worlds = new ArrayList<>(wit.worlds());
        this.types = new ArrayList<>(wit.types());
    }

    static ResolvedWit apply(String fileName, PackageDocs docs, ResolvedWit wit) {
        return new PackageDocsApplier(fileName, wit).apply(docs);
    }

    private ResolvedWit apply(PackageDocs docs) {
        WitPackage root = wit.get(wit.root());
        docs.worlds().forEach((name, world) -> world(found(root.worlds(), name), world));
        docs.interfaces().forEach((name, iface) -> interfaceDocs(found(root.interfaces(), name), iface));
        packages.set(
                wit.root().index(),
                new WitPackage(root.name(), root.interfaces(), root.worlds(), docs.docs(), root.place()));
        return new ResolvedWit(packages, interfaces, worlds, types, wit.root());
    }

    private void interfaceDocs(InterfaceId id, InterfaceDocs docs) {
        WitInterface source = wit.get(id);
        docs.types().forEach((name, type) -> type(found(source.types(), name), type));
        SequencedMap<String, WitFunction> functions = new LinkedHashMap<>(source.functions());
        docs.functions().forEach((name, function) -> functions.put(name, function(found(functions, name), function)));
        interfaces.set(
                id.index(),
                new WitInterface(
                        source.name(),
                        source.owner(),
                        source.types(),
                        functions,
                        docs.docs(),
                        docs.stability(),
                        source.place()));
    }

    private static WitFunction function(WitFunction function, FunctionDocs docs) {
        return new WitFunction(
                function.name(),
                function.kind(),
                function.async(),
                function.parameters(),
                function.result(),
                docs.docs(),
                docs.stability(),
                function.externalId(),
                function.place());
    }

    private void type(TypeId id, TypeDocs docs) {
        TypeDef type = wit.get(id);
        Set<String> unused = new HashSet<>(docs.items().keySet());
        TypeDefKind kind = kind(type.kind(), docs.items(), unused);
        if (!unused.isEmpty()) {
            throw missing(unused.iterator().next());
        }
        types.set(
                id.index(),
                new TypeDef(
                        type.name(),
                        type.owner(),
                        kind,
                        docs.docs(),
                        docs.stability(),
                        type.externalId(),
                        type.place()));
    }

    private static TypeDefKind kind(TypeDefKind kind, Map<String, String> items, Set<String> unused) {
        return switch (kind) {
            case TypeDefKind.RecordKind(var fields) ->
                new TypeDefKind.RecordKind(fields.stream()
                        .map(f -> new TypeDefKind.Field(f.name(), f.type(), take(items, f.name(), unused), f.place()))
                        .toList());
            case TypeDefKind.VariantKind(var cases) ->
                new TypeDefKind.VariantKind(cases.stream()
                        .map(c -> new TypeDefKind.Case(c.name(), c.payload(), take(items, c.name(), unused), c.place()))
                        .toList());
            case TypeDefKind.EnumKind(var cases) -> new TypeDefKind.EnumKind(labels(cases, items, unused));
            case TypeDefKind.FlagsKind(var flags) -> new TypeDefKind.FlagsKind(labels(flags, items, unused));
            case TypeDefKind.ResourceKind resource -> resource;
            case TypeDefKind.AliasKind alias -> alias;
        };
    }

    private static List<TypeDefKind.Label> labels(
            List<TypeDefKind.Label> labels, Map<String, String> items, Set<String> unused) {
        return labels.stream()
                .map(l -> new TypeDefKind.Label(l.name(), take(items, l.name(), unused), l.place()))
                .toList();
    }

    private static Optional<String> take(Map<String, String> items, String name, Set<String> unused) {
        unused.remove(name);
        return Optional.ofNullable(items.get(name));
    }

    private void world(WorldId id, WorldDocs docs) {
        WitWorld source = wit.get(id);
        SequencedMap<WorldKey, WorldItem> imports = new LinkedHashMap<>(source.imports());
        SequencedMap<WorldKey, WorldItem> exports = new LinkedHashMap<>(source.exports());
        Map<String, WorldKey> importNames = names(imports);
        Map<String, WorldKey> exportNames = names(exports);
        docs.types().forEach((name, type) -> {
            if (!(imports.get(found(importNames, name)) instanceof WorldItem.TypeItem(TypeId typeId))) {
                throw missing(name);
            }
            type(typeId, type);
        });
        // In the older version of the format an export has its docs here if no import has the same name.
        inline(docs.imports(), imports, importNames, exports, exportNames);
        inline(docs.exports(), exports, exportNames, exports, exportNames);
        references(docs.imports(), imports, importNames);
        references(docs.exports(), exports, exportNames);
        worlds.set(
                id.index(),
                new WitWorld(
                        source.name(),
                        source.owner(),
                        imports,
                        exports,
                        docs.docs(),
                        docs.stability(),
                        source.place()));
    }

    private Map<String, WorldKey> names(Map<WorldKey, WorldItem> items) {
        Map<String, WorldKey> names = new LinkedHashMap<>();
        items.keySet().forEach(key -> names.put(wit.keyName(key), key));
        return names;
    }

    private void inline(
            SideDocs docs,
            Map<WorldKey, WorldItem> side,
            Map<String, WorldKey> sideNames,
            Map<WorldKey, WorldItem> other,
            Map<String, WorldKey> otherNames) {
        docs.interfaces().forEach((name, iface) -> {
            boolean here = sideNames.containsKey(name);
            Map<WorldKey, WorldItem> items = here ? side : other;
            WorldKey key = found(here ? sideNames : otherNames, name);
            WorldItem.InterfaceItem item = interfaceItem(items, key, name);
            items.put(key, with(item, iface.stability(), item.docs()));
            interfaceDocs(item.id(), iface);
        });
        docs.functions().forEach((name, function) -> {
            boolean here = sideNames.containsKey(name);
            Map<WorldKey, WorldItem> items = here ? side : other;
            WorldKey key = found(here ? sideNames : otherNames, name);
            if (!(items.get(key) instanceof WorldItem.FunctionItem(WitFunction source))) {
                throw missing(name);
            }
            items.put(key, new WorldItem.FunctionItem(function(source, function)));
        });
    }

    private void references(SideDocs docs, Map<WorldKey, WorldItem> items, Map<String, WorldKey> names) {
        docs.references().forEach((name, stability) -> {
            WorldKey key = found(names, name);
            WorldItem.InterfaceItem item = interfaceItem(items, key, name);
            items.put(key, with(item, stability, item.docs()));
        });
        docs.referenceDocs().forEach((name, text) -> {
            WorldKey key = found(names, name);
            WorldItem.InterfaceItem item = interfaceItem(items, key, name);
            items.put(key, with(item, item.stability(), Optional.of(text)));
        });
    }

    private WorldItem.InterfaceItem interfaceItem(Map<WorldKey, WorldItem> items, WorldKey key, String name) {
        if (items.get(key) instanceof WorldItem.InterfaceItem item) {
            return item;
        }
        throw missing(name);
    }

    private static WorldItem with(WorldItem.InterfaceItem item, Stability stability, Optional<String> docs) {
        return new WorldItem.InterfaceItem(item.id(), stability, item.externalId(), docs, item.place());
    }

    private <T> T found(Map<String, T> items, String name) {
        T item = items.get(name);
        if (item == null) {
            throw missing(name);
        }
        return item;
    }

    private RuntimeException missing(String name) {
        return PackageDocsReader.unusable(fileName, "there is no `" + name + "` that its docs could belong to");
    }
}
