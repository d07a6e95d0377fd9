package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
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

    /** In front of an exported interface's name: the module name of what its resources are handled with. */
    private static final String EXPORT_MODULE = "[export]";

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

        /** A built-in for a resource of an exported interface. */
        record ResourceBuiltin(CanonBuiltin builtin, ExportedResource resource) implements ImportedItem {
            @Override
            public CoreFuncType coreType() {
                List<CoreValType> results =
                        builtin == CanonBuiltin.RESOURCE_DROP ? List.of() : List.of(CoreNumType.I32);
                return new CoreFuncType(List.of(CoreNumType.I32), results);
            }
        }
    }

    private final Map<ImportName, ImportedItem> imports = new LinkedHashMap<>();
    private final Map<String, WorldFunction> exports = new LinkedHashMap<>();
    private final List<ExportedResource> exportedResources = new ArrayList<>();

    private CoreNames() {}

    /** The names of all that a world imports and exports. */
    static CoreNames of(ComponentType world) {
        var names = new CoreNames();
        world.imports().forEach((name, declared) -> names.addImport(name, declared.type()));
        world.exports().forEach((name, declared) -> names.addExport(name, declared.type(), world));
        return names;
    }

    Map<ImportName, ImportedItem> imports() {
        return imports;
    }

    /** By the name of the core export. */
    Map<String, WorldFunction> exports() {
        return exports;
    }

    /** The resources that exported interfaces define. */
    List<ExportedResource> exportedResources() {
        return exportedResources;
    }

    private void addImport(String name, ExternType type) {
        if (type instanceof InstanceType iface) {
            iface.exports().forEach((member, declared) -> addImport(name, name, member, declared.type()));
        } else {
            addImport(ROOT_MODULE, name, name, type);
        }
    }

    private void addImport(String module, String owner, String name, ExternType type) {
        if (type instanceof FuncType func) {
            var function = worldFunction(owner, name, func, Flattening.Context.LOWER);
            imports.put(new ImportName(module, name), new ImportedItem.Function(function));
        } else if (type instanceof TypeExtern extern && extern.type() instanceof ResourceType) {
            imports.put(new ImportName(module, RESOURCE_DROP + name), new ImportedItem.ResourceDrop(owner, name));
        }
    }

    private void addExport(String name, ExternType type, ComponentType world) {
        if (type instanceof InstanceType iface) {
            iface.exports().forEach((member, declared) -> {
                if (declared.type() instanceof FuncType func) {
                    exports.put(name + "#" + member, worldFunction(name, member, func, Flattening.Context.LIFT));
                } else if (declared.type() instanceof TypeExtern extern
                        && extern.type() instanceof ResourceType resource
                        && world.definedResources().contains(resource)) {
                    addExportedResource(new ExportedResource(name, member));
                }
            });
        } else if (type instanceof FuncType func) {
            exports.put(name, worldFunction(name, name, func, Flattening.Context.LIFT));
        }
    }

    private void addExportedResource(ExportedResource resource) {
        exportedResources.add(resource);
        var builtins = List.of(CanonBuiltin.RESOURCE_NEW, CanonBuiltin.RESOURCE_REP, CanonBuiltin.RESOURCE_DROP);
        for (CanonBuiltin builtin : builtins) {
            // "resource.new" is "[resource-new]" in core names.
            String field = "[" + builtin.text().replace('.', '-') + "]" + resource.name();
            imports.put(
                    new ImportName(EXPORT_MODULE + resource.owner(), field),
                    new ImportedItem.ResourceBuiltin(builtin, resource));
        }
    }

    private static WorldFunction worldFunction(String owner, String name, FuncType type, Flattening.Context context) {
        CoreFuncType coreType = Flattening.MEMORY32.flattenFuncType(type, context, Flattening.Mode.SYNC);
        return new WorldFunction(owner, name, type, coreType);
    }
}
