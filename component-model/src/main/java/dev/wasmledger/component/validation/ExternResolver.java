package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.FuncTypeDef;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValueExtern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resolves imports, declared exports and the component and instance types that are made of them. */
final class ExternResolver {

    private final Problems problems;
    private final TypeFacts facts;
    private final TypeResolver types;
    private final CoreTypeResolver coreTypes;
    private final AliasResolver aliases;

    ExternResolver(
            Problems problems, TypeFacts facts, TypeResolver types, CoreTypeResolver coreTypes, AliasResolver aliases) {
        this.problems = problems;
        this.facts = facts;
        this.types = types;
        this.coreTypes = coreTypes;
        this.aliases = aliases;
    }

    /** A type definition in a scope; adds to its type index space. */
    void define(TypeDef definition, Scope scope) {
        DefType type = switch (definition) {
            case ValTypeDef value -> types.valType(value, scope);
            case FuncTypeDef func -> types.func(func, scope);
            case InstanceTypeDef(var declarators, var offsets) -> instanceType(declarators, offsets, scope);
            case ComponentTypeDef(var declarators, var offsets) -> componentType(declarators, offsets, scope);
            case ResourceTypeDef resource -> coreTypes.resource(resource, scope);
        };
        scope.types.add(type);
    }

    private InstanceType instanceType(List<Declarator> declarators, List<Integer> offsets, Scope parent) {
        Scope scope = new Scope(Scope.Kind.INSTANCE_TYPE, parent, problems);
        declarators(declarators, offsets, scope);
        return facts.checkSize(new InstanceType(scope.definedResources, scope.exports));
    }

    private ComponentType componentType(List<Declarator> declarators, List<Integer> offsets, Scope parent) {
        Scope scope = new Scope(Scope.Kind.COMPONENT_TYPE, parent, problems);
        declarators(declarators, offsets, scope);
        return facts.checkSize(scope.componentType());
    }

    private void declarators(List<Declarator> declarators, List<Integer> offsets, Scope scope) {
        int outer = problems.offset();
        for (int i = 0; i < declarators.size(); i++) {
            if (!offsets.isEmpty()) {
                problems.moveTo(offsets.get(i));
            }
            declarator(declarators.get(i), scope);
        }
        problems.moveTo(outer);
    }

    private void declarator(Declarator declarator, Scope scope) {
        switch (declarator) {
            case CoreTypeDef type -> coreTypes.define(type, scope);
            case TypeDef type -> define(type, scope);
            case Alias alias -> aliases.alias(alias, scope);
            case Import declared -> importing(declared, scope);
            case ExportDecl(ExternName name, ExternDesc desc) ->
                exporting(name, resolve(desc, name.name(), scope.definedResources, scope), scope);
        }
    }

    void importing(Import declared, Scope scope) {
        String name = declared.name().name();
        ExternType type = resolve(declared.type(), name, scope.importedResources, scope);
        var declaration = new ExternDecl(declared.name(), type);
        scope.importNames.add(declaration);
        if (scope.kind != Scope.Kind.INSTANCE_TYPE) {
            scope.visibility.importing(name, type);
        }
        scope.imports.put(name, declaration);
        add(type, scope);
    }

    void exporting(ExternName name, ExternType type, Scope scope) {
        var declaration = new ExternDecl(name, type);
        scope.exportNames.add(declaration);
        if (scope.kind != Scope.Kind.INSTANCE_TYPE) {
            scope.visibility.exporting(name.name(), type);
        }
        scope.exports.put(name.name(), declaration);
        add(type, scope);
    }

    /**
     * The type that an import or export is described with.
     *
     * @param resources where the resource types go that it brings into being
     */
    ExternType resolve(ExternDesc desc, String name, List<ResourceType> resources, Scope scope) {
        return switch (desc) {
            case ExternDesc.CoreModule(Index.CoreType index) -> coreTypes.moduleType(index, scope);
            case ExternDesc.Func(Index.Type index) -> types.funcType(index, scope);
            case ExternDesc.Value(var type) -> {
                problems.requireFeature(Feature.CM_VALUES, "a value");
                yield new ValueExtern(types.valType(type, scope));
            }
            case ExternDesc.TypeEq(Index.Type index) -> {
                DefType bound = scope.types.get(index);
                yield new TypeExtern(TypeCopy.named(bound, name), bound);
            }
            case ExternDesc.SubResource() -> {
                var resource = new ResourceType(name);
                resources.add(resource);
                yield new TypeExtern(resource, resource);
            }
            case ExternDesc.Component(Index.Type index) -> types.componentType(index, scope);
            case ExternDesc.Instance(Index.Type index) -> instantiate(types.instanceType(index, scope), resources);
        };
    }

    /** An instance of an instance type: what the type leaves open is a new resource type in it. */
    private static InstanceType instantiate(InstanceType type, List<ResourceType> resources) {
        if (type.bound().isEmpty()) {
            return type;
        }
        Map<ResourceType, ResourceType> fresh = fresh(type.bound(), resources);
        return new InstanceType(List.of(), new Substitution(fresh).apply(type.exports()));
    }

    /** A new resource type for each; the new ones are added to {@code resources}. */
    static Map<ResourceType, ResourceType> fresh(List<ResourceType> old, List<ResourceType> resources) {
        Map<ResourceType, ResourceType> fresh = new HashMap<>();
        for (ResourceType resource : old) {
            var replacement = new ResourceType(resource.name());
            fresh.put(resource, replacement);
            resources.add(replacement);
        }
        return fresh;
    }

    /** Adds to the index space that things of this type have. */
    static void add(ExternType type, Scope scope) {
        switch (type) {
            case FuncType func -> scope.funcs.add(func);
            case InstanceType instance -> scope.instances.add(instance);
            case ComponentType component -> scope.components.add(component);
            case CoreModuleType module -> scope.coreModules.add(module);
            case TypeExtern(DefType named, var bound) -> scope.types.add(named);
            case ValueExtern(var value) -> scope.addValue(value);
        }
    }

    /** The type of a definition at hand, for an export or an argument. */
    ExternType typeOf(Index index, Scope scope) {
        return switch (index) {
            case Index.CoreModule i -> scope.coreModules.get(i);
            case Index.Func i -> scope.funcs.get(i);
            case Index.Value i -> new ValueExtern(scope.useValue(i, problems));
            case Index.Type i -> {
                DefType type = scope.types.get(i);
                yield new TypeExtern(type, type);
            }
            case Index.Component i -> scope.components.get(i);
            case Index.Instance i -> scope.instances.get(i);
            default ->
                throw problems.fail(
                        Rule.UNEXPORTABLE_SORT,
                        "a " + index.sort().text() + " can be neither exported nor given as an argument");
        };
    }
}
