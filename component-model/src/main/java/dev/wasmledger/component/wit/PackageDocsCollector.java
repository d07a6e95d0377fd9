package dev.wasmledger.component.wit;

import dev.wasmledger.component.wit.PackageDocs.FunctionDocs;
import dev.wasmledger.component.wit.PackageDocs.InterfaceDocs;
import dev.wasmledger.component.wit.PackageDocs.SideDocs;
import dev.wasmledger.component.wit.PackageDocs.TypeDocs;
import dev.wasmledger.component.wit.PackageDocs.WorldDocs;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gathers the doc comments and gates of a package, in the order of the model. */
final class PackageDocsCollector {

    private final ResolvedWit wit;

    PackageDocsCollector(ResolvedWit wit) {
        this.wit = wit;
    }

    PackageDocs collect(PackageId id) {
        WitPackage source = wit.get(id);
        Map<String, WorldDocs> worlds = new LinkedHashMap<>();
        source.worlds().forEach((name, world) -> {
            WorldDocs docs = world(wit.get(world));
            if (!docs.isEmpty()) {
                worlds.put(name, docs);
            }
        });
        Map<String, InterfaceDocs> interfaces = new LinkedHashMap<>();
        source.interfaces().forEach((name, iface) -> putInterface(name, iface, interfaces));
        return new PackageDocs(source.docs(), worlds, interfaces);
    }

    private void putInterface(String name, InterfaceId id, Map<String, InterfaceDocs> into) {
        WitInterface source = wit.get(id);
        Map<String, FunctionDocs> functions = new LinkedHashMap<>();
        source.functions().values().forEach(function -> putFunction(function, functions));
        Map<String, TypeDocs> types = new LinkedHashMap<>();
        source.types().forEach((type, typeId) -> putType(type, typeId, types));
        var docs = new InterfaceDocs(source.docs(), source.stability(), functions, types);
        if (!docs.isEmpty()) {
            into.put(name, docs);
        }
    }

    private static void putFunction(WitFunction function, Map<String, FunctionDocs> into) {
        var docs = new FunctionDocs(function.docs(), function.stability());
        if (!docs.isEmpty()) {
            into.put(function.name(), docs);
        }
    }

    private void putType(String name, TypeId id, Map<String, TypeDocs> into) {
        TypeDef type = wit.get(id);
        var docs = new TypeDocs(type.docs(), type.stability(), items(type.kind()));
        if (!docs.isEmpty()) {
            into.put(name, docs);
        }
    }

    private static Map<String, String> items(TypeDefKind kind) {
        return switch (kind) {
            case TypeDefKind.RecordKind(var fields) -> items(fields, TypeDefKind.Field::name, TypeDefKind.Field::docs);
            case TypeDefKind.VariantKind(var cases) -> items(cases, TypeDefKind.Case::name, TypeDefKind.Case::docs);
            case TypeDefKind.EnumKind(var cases) -> items(cases, TypeDefKind.Label::name, TypeDefKind.Label::docs);
            case TypeDefKind.FlagsKind(var flags) -> items(flags, TypeDefKind.Label::name, TypeDefKind.Label::docs);
            case TypeDefKind.ResourceKind resource -> Map.of();
            case TypeDefKind.AliasKind alias -> Map.of();
        };
    }

    private static <T> Map<String, String> items(
            List<T> items, Function<T, String> name, Function<T, Optional<String>> docs) {
        Map<String, String> result = new LinkedHashMap<>();
        items.forEach(item -> docs.apply(item).ifPresent(text -> result.put(name.apply(item), text)));
        return result;
    }

    private WorldDocs world(WitWorld world) {
        Map<String, TypeDocs> types = new LinkedHashMap<>();
        world.imports().forEach((key, item) -> {
            if (item instanceof WorldItem.TypeItem(TypeId id)) {
                putType(wit.keyName(key), id, types);
            }
        });
        return new WorldDocs(world.docs(), world.stability(), types, side(world.imports()), side(world.exports()));
    }

    private SideDocs side(Map<WorldKey, WorldItem> items) {
        Map<String, InterfaceDocs> interfaces = new LinkedHashMap<>();
        Map<String, FunctionDocs> functions = new LinkedHashMap<>();
        Map<String, Stability> references = new LinkedHashMap<>();
        Map<String, String> referenceDocs = new LinkedHashMap<>();
        items.forEach((key, item) -> {
            String name = wit.keyName(key);
            switch (item) {
                case WorldItem.TypeItem type -> {}
                case WorldItem.FunctionItem(WitFunction function) -> putFunction(function, functions);
                case WorldItem.InterfaceItem iface
                when wit.get(iface.id()).name().isEmpty() -> putInterface(name, iface.id(), interfaces);
                case WorldItem.InterfaceItem iface -> {
                    if (!PackageDocs.isUnknown(iface.stability())) {
                        references.put(name, iface.stability());
                    }
                    iface.docs().ifPresent(docs -> referenceDocs.put(name, docs));
                }
            }
        });
        return new SideDocs(interfaces, functions, references, referenceDocs);
    }
}
