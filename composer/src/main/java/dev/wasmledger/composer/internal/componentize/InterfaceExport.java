package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import dev.wasmledger.composer.internal.encode.TopLevelScope.InstanceOrigin;
import dev.wasmledger.composer.internal.encode.TypeCopier;
import dev.wasmledger.composer.internal.encode.TypeRewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exported interface: lifted functions and types as one instance. The types of the functions must be those that the
 * instance exports, under their names. What a component exports gets names for its types only on its way out of a
 * component, so a small one stands in between: it imports functions and types and exports them again.
 */
final class InterfaceExport {

    private static final String TYPE_PREFIX = "import-type-";
    private static final String FUNC_PREFIX = "import-func-";
    private static final String INSTANCE_PREFIX = "import-instance-";

    private final WorldImports world;
    private final GuestInstance guest;
    private final String name;
    private final List<Declarator> declarators;

    private final ComponentBuilder shim = new ComponentBuilder();
    private final List<Instance.Argument> arguments = new ArrayList<>();
    private final Map<InstanceOrigin, Index.Instance> shimInstances = new HashMap<>();
    private final TypeCopier shimTypes;

    /** The types of the interface by their indices in it, in the component around the shim. */
    private final List<Index.Type> outerTypes = new ArrayList<>();

    /** The same types as the shim imports them. */
    private final List<Index.Type> importedTypes = new ArrayList<>();

    private final Map<String, Index.Func> importedFuncs = new HashMap<>();

    private InterfaceExport(WorldImports world, GuestInstance guest, String name, InstanceTypeDef type) {
        this.world = world;
        this.guest = guest;
        this.name = name;
        this.declarators = type.declarators();
        this.shimTypes = new TypeCopier(world.world(), shim, this::shimInstance);
    }

    /** Adds the instance of an exported interface to the component. */
    static Index.Instance add(WorldImports world, GuestInstance guest, String name, InstanceTypeDef type) {
        var export = new InterfaceExport(world, guest, name, type);
        export.declarators.forEach(export::importIntoShim);
        export.exportFromShim();
        Index.Component component = world.target().component(export.shim.build());
        return world.target().instantiate(component, export.arguments);
    }

    private void importIntoShim(Declarator declarator) {
        switch (declarator) {
            case TypeDef definition -> {
                outerTypes.add(world.target().type(rewriter(outerTypes).rewrite(definition)));
                importedTypes.add(shim.type(rewriter(importedTypes).rewrite(definition)));
            }
            case Alias.Outer(var sort, int count, Index.Type type) -> {
                outerTypes.add(world.types().copy(type));
                importedTypes.add(shimTypes.copy(type));
            }
            case ExportDecl(ExternName exported, ExternDesc.TypeEq(Index.Type type)) -> {
                Index.Type outer = outerTypes.get(type.value());
                ExternDesc same = new ExternDesc.TypeEq(importedTypes.get(type.value()));
                outerTypes.add(outer);
                importedTypes.add((Index.Type) shim.importing(TYPE_PREFIX + exported.name(), same));
                arguments.add(new Instance.Argument(TYPE_PREFIX + exported.name(), outer));
            }
            case ExportDecl(ExternName exported, ExternDesc.SubResource resource) -> {
                Index.Type outer = guest.resource(new ExportedResource(name, exported.name()));
                outerTypes.add(outer);
                importedTypes.add((Index.Type) shim.importing(TYPE_PREFIX + exported.name(), resource));
                arguments.add(new Instance.Argument(TYPE_PREFIX + exported.name(), outer));
            }
            case ExportDecl(ExternName exported, ExternDesc.Func(Index.Type type)) -> {
                Index.Func func = guest.lift(name + "#" + exported.name(), outerTypes.get(type.value()));
                String importName = FUNC_PREFIX + plain(exported.name());
                var imported = new ExternDesc.Func(importedTypes.get(type.value()));
                importedFuncs.put(exported.name(), (Index.Func) shim.importing(importName, imported));
                arguments.add(new Instance.Argument(importName, func));
            }
            default -> throw unexpected(declarator);
        }
    }

    private void exportFromShim() {
        var exportedTypes = new ArrayList<Index.Type>();
        TypeRewriter rewriter = rewriter(exportedTypes);
        for (Declarator declarator : declarators) {
            switch (declarator) {
                case TypeDef definition -> exportedTypes.add(shim.type(rewriter.rewrite(definition)));
                case Alias.Outer alias -> exportedTypes.add(importedTypes.get(exportedTypes.size()));
                case ExportDecl(ExternName exported, ExternDesc.TypeEq(Index.Type type)) ->
                    exportedTypes.add((Index.Type) shim.export(exported, exportedTypes.get(type.value())));
                case ExportDecl(ExternName exported, ExternDesc.SubResource resource) ->
                    exportedTypes.add((Index.Type) shim.export(exported, importedTypes.get(exportedTypes.size())));
                case ExportDecl(ExternName exported, ExternDesc.Func(Index.Type type)) -> {
                    Index.Func func = importedFuncs.get(exported.name());
                    if (func == null) {
                        throw unexpected(declarator);
                    }
                    shim.export(exported, func, new ExternDesc.Func(exportedTypes.get(type.value())));
                }
                default -> throw unexpected(declarator);
            }
        }
    }

    /** The shim's own import of an instance whose types the interface uses. */
    private Optional<Index.Instance> shimInstance(InstanceOrigin origin) {
        Index.Instance known = shimInstances.get(origin);
        if (known != null) {
            return Optional.of(known);
        }
        return world.instance(origin).map(outer -> {
            var type = new ExternDesc.Instance(shim.type(shimTypes.copyInstanceType(world.instanceType(origin))));
            String importName = INSTANCE_PREFIX + shimInstances.size();
            Index.Instance imported = (Index.Instance) shim.importing(importName, type);
            arguments.add(new Instance.Argument(importName, outer));
            shimInstances.put(origin, imported);
            return imported;
        });
    }

    private static TypeRewriter rewriter(List<Index.Type> types) {
        return new TypeRewriter(type -> types.get(type.value()));
    }

    /** {@code [static]blob.merge} as a plain name: {@code static-blob-merge}. */
    private static String plain(String name) {
        return name.replace("[", "").replace(']', '-').replace('.', '-');
    }

    private static IllegalArgumentException unexpected(Declarator declarator) {
        return new IllegalArgumentException("not in an exported interface: " + declarator);
    }
}
