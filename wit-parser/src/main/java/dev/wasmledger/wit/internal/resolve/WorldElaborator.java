package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind.AliasKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldItem.InterfaceItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Adds to a world what its imports and exports use, and puts each import behind what it uses. (WIT.md, "Transitive
 * imports and worlds".)
 */
final class WorldElaborator {

    private final ModelBuilder model;
    private final WorldDraft draft;
    private final SequencedMap<WorldKey, WorldItem> imports = new LinkedHashMap<>();
    private final SequencedMap<WorldKey, WorldItem> exports = new LinkedHashMap<>();
    private final Set<InterfaceId> importedForExports = new HashSet<>();
    private Optional<InterfaceId> conflict = Optional.empty();

    WorldElaborator(ModelBuilder model, WorldDraft draft) {
        this.model = model;
        this.draft = draft;
    }

    void elaborate() {
        draft.imports().entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> printingOrder(entry.getValue())))
                .forEach(entry -> addImport(entry.getKey(), entry.getValue()));
        addExports();
        // Types may have brought in interfaces behind them.
        List<Map.Entry<WorldKey, WorldItem>> sorted = new ArrayList<>(imports.entrySet());
        sorted.sort(Comparator.comparingInt(entry -> printingOrder(entry.getValue())));
        imports.clear();
        sorted.forEach(entry -> imports.put(entry.getKey(), entry.getValue()));
    }

    SequencedMap<WorldKey, WorldItem> imports() {
        return imports;
    }

    SequencedMap<WorldKey, WorldItem> exports() {
        return exports;
    }

    /** An interface that is exported, and also used by way of an import that an export needs, if there is one. */
    Optional<InterfaceId> conflict() {
        return conflict;
    }

    /** The order in which a world is printed, which is also one in which everything stands behind what it uses. */
    private int printingOrder(WorldItem item) {
        return switch (item) {
            case InterfaceItem iface -> 0;
            case WorldItem.TypeItem(TypeId id) -> isUsed(id) ? 1 : 2;
            case WorldItem.FunctionItem(WitFunction function) ->
                function.kind().owner().isEmpty() ? 3 : 4;
        };
    }

    private boolean isUsed(TypeId id) {
        TypeDef type = model.get(id);
        return type.kind() instanceof AliasKind(Type.Named(TypeId target))
                && !model.get(target).owner().equals(type.owner());
    }

    private void addImport(WorldKey key, WorldItem item) {
        switch (item) {
            case InterfaceItem iface -> addInterface(key, iface);
            case WorldItem.FunctionItem function -> imports.put(key, function);
            case WorldItem.TypeItem type -> {
                TypeDef definition = model.get(type.id());
                model.usedFrom(type.id())
                        .ifPresent(from -> addInterface(
                                new WorldKey.InterfaceName(from),
                                implied(from, definition.stability(), Optional.empty(), definition.place())));
                imports.put(key, type);
            }
        }
    }

    private void addInterface(WorldKey key, InterfaceItem item) {
        if (imports.containsKey(key)) {
            return;
        }
        for (InterfaceId used : model.usesOf(item.id())) {
            addInterface(
                    new WorldKey.InterfaceName(used), implied(used, item.stability(), Optional.empty(), item.place()));
        }
        imports.put(key, item);
    }

    private void addExports() {
        draft.exports().forEach((key, item) -> {
            if (!(item instanceof InterfaceItem)) {
                exports.put(key, item);
            }
        });
        draft.exports().forEach((key, item) -> {
            if (item instanceof InterfaceItem iface) {
                addExport(key, iface, true);
            }
        });
    }

    /**
     * Adds an exported interface behind those that it uses: exported ones where the world exports them, imported ones
     * otherwise. Once one is needed as an import, all that it uses are; an interface that would then be there both as
     * an import and as an export is a conflict, because its types would be two.
     */
    private void addExport(WorldKey key, InterfaceItem item, boolean asExport) {
        if (exports.containsKey(key)) {
            if (!asExport) {
                conflict = Optional.of(item.id());
            }
            return;
        }
        if (!asExport && importedForExports.contains(item.id())) {
            return;
        }
        for (InterfaceId used : model.usesOf(item.id())) {
            WorldKey usedKey = new WorldKey.InterfaceName(used);
            boolean exported = asExport && draft.exports().containsKey(usedKey);
            addExport(usedKey, implied(used, item.stability(), item.externalId(), item.place()), exported);
        }
        if (!asExport) {
            importedForExports.add(item.id());
            imports.putIfAbsent(key, item);
        } else if (importedForExports.contains(item.id())) {
            conflict = Optional.of(item.id());
        } else {
            exports.put(key, item);
        }
    }

    private static InterfaceItem implied(
            InterfaceId id, Stability stability, Optional<String> externalId, Place place) {
        return new InterfaceItem(id, stability, externalId, Optional.empty(), place);
    }
}
