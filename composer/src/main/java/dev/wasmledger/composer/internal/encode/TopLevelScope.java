package dev.wasmledger.composer.internal.encode;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the type and instance indices of the outermost scope of a component, or of a component type, stand for.
 *
 * @param imports by name, in order
 * @param exports what a component type promises, by name, in order; empty for a component
 */
public record TopLevelScope(
        Map<String, Import> imports,
        Map<String, ExportDecl> exports,
        List<TypeOrigin> types,
        List<InstanceOrigin> instances) {

    /** Where a type comes from. */
    public sealed interface TypeOrigin {
        /** It is defined here. */
        record Defined(TypeDef type) implements TypeOrigin {}

        /** It is imported by itself. */
        record Imported(String name, ExternDesc type) implements TypeOrigin {}

        /** An instance exports it. */
        record Exported(Index.Instance instance, String name) implements TypeOrigin {}

        /** It is another one, exported. */
        record Same(Index.Type type) implements TypeOrigin {}
    }

    /** Where an instance comes from. */
    public sealed interface InstanceOrigin {
        /** It is imported. */
        record Imported(String name) implements InstanceOrigin {
            @Override
            public String toString() {
                return "`" + name + "`";
            }
        }

        /** It is what a component type promises to export. */
        record Promised(String name) implements InstanceOrigin {
            @Override
            public String toString() {
                return "the exported `" + name + "`";
            }
        }

        /** It is made or found within the component. */
        record Inner() implements InstanceOrigin {
            @Override
            public String toString() {
                return "an inner instance";
            }
        }
    }

    private TopLevelScope() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Reads the outermost scope of a component. */
    public static TopLevelScope of(Component component) {
        var scope = new TopLevelScope();
        component.definitions().forEach(scope::add);
        return scope;
    }

    /** Reads the outermost scope of a component type. */
    public static TopLevelScope of(ComponentTypeDef componentType) {
        var scope = new TopLevelScope();
        for (Declarator declarator : componentType.declarators()) {
            switch (declarator) {
                case ExportDecl export -> scope.add(export);
                case Definition definition -> scope.add(definition);
            }
        }
        return scope;
    }

    /** The index of a type that is imported by itself. */
    public Index.Type importedType(String name) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) instanceof TypeOrigin.Imported(String imported, ExternDesc type)
                    && imported.equals(name)) {
                return new Index.Type(i);
            }
        }
        throw new IllegalArgumentException("no type is imported as " + name);
    }

    /**
     * The definition behind the type of an imported or exported instance.
     *
     * @throws CannotCopyException if it is an alias of something within the component
     */
    public InstanceTypeDef instanceType(Index.Type type) {
        return switch (types.get(type.value())) {
            case TypeOrigin.Defined(InstanceTypeDef definition) -> definition;
            case TypeOrigin.Same(Index.Type same) -> instanceType(same);
            case TypeOrigin other ->
                throw new CannotCopyException("type " + type.value() + " is not defined as an instance type");
        };
    }

    private void add(Definition definition) {
        switch (definition) {
            case TypeDef type -> types.add(new TypeOrigin.Defined(type));
            case Import imported -> add(imported);
            case Alias.InstanceExport(Sort sort, Index.Instance instance, String name)
            when sort == Sort.TYPE -> types.add(new TypeOrigin.Exported(instance, name));
            case Alias alias when alias.sort() == Sort.INSTANCE -> instances.add(new InstanceOrigin.Inner());
            case Instance instance -> instances.add(new InstanceOrigin.Inner());
            case Export(var name, Index.Type type, var desc) -> types.add(new TypeOrigin.Same(type));
            case Export(var name, Index.Instance instance, var desc) -> instances.add(instances.get(instance.value()));
            default -> {
                // It adds to another index space.
            }
        }
    }

    private void add(Import imported) {
        String name = imported.name().name();
        imports.put(name, imported);
        if (imported.type().sort() == Sort.TYPE) {
            types.add(new TypeOrigin.Imported(name, imported.type()));
        } else if (imported.type().sort() == Sort.INSTANCE) {
            instances.add(new InstanceOrigin.Imported(name));
        }
    }

    private void add(ExportDecl export) {
        String name = export.name().name();
        exports.put(name, export);
        if (export.type() instanceof ExternDesc.TypeEq(Index.Type type)) {
            types.add(new TypeOrigin.Same(type));
        } else if (export.type().sort() == Sort.INSTANCE) {
            instances.add(new InstanceOrigin.Promised(name));
        }
    }
}
