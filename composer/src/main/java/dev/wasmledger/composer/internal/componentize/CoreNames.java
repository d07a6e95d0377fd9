package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.TypeDefKind.ResourceKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that a world's functions have in a core module, as the C ABI of guest toolchains has them: an import is
 * {@code interface} and {@code function} ({@code $root} for functions of the world itself), an export
 * {@code interface#function} or just {@code function}.
 */
final class CoreNames {

    /** The module name under which functions of the world itself are imported. */
    static final String ROOT_MODULE = "$root";

    /** The prefix of a core export that is called when a result has been read. */
    static final String POST_RETURN = "cabi_post_";

    /** The prefix of a core import that drops a handle. */
    static final String RESOURCE_DROP = "[resource-drop]";

    /** A core import as two names. */
    record ImportName(String module, String field) {
        @Override
        public String toString() {
            return module + " " + field;
        }
    }

    /** What a core import can stand for. */
    sealed interface ImportedItem {

        /** The signature that the core module must import it with. */
        CoreFuncType coreType();

        /** A function of the world, lowered. */
        record Function(WorldFunction function) implements ImportedItem {
            @Override
            public CoreFuncType coreType() {
                return function.coreType();
            }
        }

        /** {@code resource.drop} of a resource of an imported interface, or of the world where both names are one. */
        record ResourceDrop(String owner, String resource) implements ImportedItem {
            @Override
            public CoreFuncType coreType() {
                return new CoreFuncType(List.of(CoreNumType.I32), List.of());
            }
        }
    }

    private final ResolvedWit wit;
    private final WitTypes types;
    private final Map<ImportName, ImportedItem> imports = new LinkedHashMap<>();
    private final Map<String, WorldFunction> exports = new LinkedHashMap<>();
    private final List<String> exportedResources = new ArrayList<>();

    private CoreNames(ResolvedWit wit) {
        this.wit = wit;
        this.types = new WitTypes(wit);
    }

    /** The names of all that a world imports and exports. */
    static CoreNames of(ResolvedWit wit, WitWorld world) {
        var names = new CoreNames(wit);
        world.imports().forEach((key, item) -> names.addImport(wit.keyName(key), item));
        world.exports().forEach((key, item) -> names.addExport(wit.keyName(key), item));
        return names;
    }

    Map<ImportName, ImportedItem> imports() {
        return imports;
    }

    /** By the name of the core export. */
    Map<String, WorldFunction> exports() {
        return exports;
    }

    /** The names of the resources that exported interfaces define. */
    List<String> exportedResources() {
        return exportedResources;
    }

    private void addImport(String owner, WorldItem item) {
        switch (item) {
            case WorldItem.InterfaceItem iface -> {
                WitInterface imported = wit.get(iface.id());
                imported.functions().values().forEach(function -> addImport(owner, owner, function));
                imported.types().forEach((name, type) -> addResourceDrop(owner, owner, name, type));
            }
            case WorldItem.FunctionItem(WitFunction function) -> addImport(ROOT_MODULE, owner, function);
            case WorldItem.TypeItem(TypeId type) -> addResourceDrop(ROOT_MODULE, owner, owner, type);
        }
    }

    private void addImport(String module, String owner, WitFunction function) {
        var item = new ImportedItem.Function(worldFunction(owner, function, Flattening.Context.LOWER));
        imports.put(new ImportName(module, function.name()), item);
    }

    private void addResourceDrop(String module, String owner, String name, TypeId type) {
        if (isResource(type)) {
            imports.put(new ImportName(module, RESOURCE_DROP + name), new ImportedItem.ResourceDrop(owner, name));
        }
    }

    private void addExport(String owner, WorldItem item) {
        switch (item) {
            case WorldItem.InterfaceItem iface -> {
                WitInterface exported = wit.get(iface.id());
                exported.functions()
                        .values()
                        .forEach(function -> exports.put(
                                owner + "#" + function.name(),
                                worldFunction(owner, function, Flattening.Context.LIFT)));
                exported.types().values().stream()
                        .filter(type -> wit.get(type).kind() instanceof ResourceKind)
                        .forEach(type -> exportedResources.add(wit.get(type).name()));
            }
            case WorldItem.FunctionItem(WitFunction function) ->
                exports.put(function.name(), worldFunction(owner, function, Flattening.Context.LIFT));
            case WorldItem.TypeItem type -> throw new IllegalArgumentException("a world exports no types");
        }
    }

    private WorldFunction worldFunction(String owner, WitFunction function, Flattening.Context context) {
        FuncType type = types.funcType(function);
        CoreFuncType coreType = Flattening.MEMORY32.flattenFuncType(type, context, Flattening.Mode.SYNC);
        return new WorldFunction(owner, function.name(), type, coreType);
    }

    private boolean isResource(TypeId type) {
        return wit.get(wit.dealias(type)).kind() instanceof ResourceKind;
    }
}
