package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.core.CoreLimits;
import dev.wasmledger.component.internal.core.CoreTypeGroups;
import dev.wasmledger.component.model.CoreModuleTypeDef;
import dev.wasmledger.component.model.CoreModuleTypeDef.CoreExternDesc;
import dev.wasmledger.component.model.CoreRecTypeDef;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.CoreDefType;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves core types, and the resource types that stand on core functions. */
final class CoreTypeResolver {

    private final Problems problems;
    private final CoreTypeGroups groups;

    CoreTypeResolver(Problems problems, CoreTypeGroups groups) {
        this.problems = problems;
        this.groups = groups;
    }

    /** Adds to the core type index space. */
    void define(CoreTypeDef definition, Scope scope) {
        switch (definition) {
            case CoreModuleTypeDef module -> scope.coreTypes.add(moduleType(module, scope));
            case CoreRecTypeDef group -> define(group, scope.coreTypes);
        }
    }

    private void define(CoreRecTypeDef group, Space<CoreDefType> types) {
        groups.define(group, context(types)).forEach(types::add);
    }

    /** What references in types refer to. */
    private CoreTypeGroups.Context context(Space<CoreDefType> types) {
        return new CoreTypeGroups.Context() {
            @Override
            public int size() {
                return types.size();
            }

            @Override
            public CoreSubType type(Index.CoreType index) {
                if (types.get(index) instanceof CoreSubType type) {
                    return type;
                }
                throw problems.fail(
                        Rule.MODULE_TYPE_REFERENCE,
                        "core type index " + index.value() + " is a module type, to which no reference can point");
            }

            @Override
            public DiagnosticException fail(Rule rule, String message) {
                return problems.fail(rule, message);
            }
        };
    }

    CoreModuleType moduleType(Index.CoreType index, Scope scope) {
        if (scope.coreTypes.get(index) instanceof CoreModuleType module) {
            return module;
        }
        throw problems.fail(Rule.NOT_MODULE_TYPE, "core type index " + index.value() + " is not a module type");
    }

    private CoreModuleType moduleType(CoreModuleTypeDef definition, Scope scope) {
        Space<CoreDefType> types = new Space<>(Sort.CORE_TYPE, problems);
        List<CoreModuleType.CoreImport> imports = new ArrayList<>();
        Set<List<String>> importNames = new HashSet<>();
        Map<String, CoreExternType> exports = new LinkedHashMap<>();
        for (CoreModuleTypeDef.Decl declarator : definition.declarators()) {
            switch (declarator) {
                case CoreModuleTypeDef.NestedType(CoreRecTypeDef group) -> define(group, types);
                case CoreModuleTypeDef.OuterAlias(int count, Index.CoreType index) ->
                    types.add(outerAlias(count, index, types, scope));
                case CoreModuleTypeDef.ImportDecl(String module, String field, CoreExternDesc desc) -> {
                    problems.require(
                            importNames.add(List.of(module, field)),
                            Rule.DUPLICATE_CORE_IMPORT,
                            "duplicate import name `" + module + ":" + field + "`");
                    imports.add(new CoreModuleType.CoreImport(module, field, externType(desc, types)));
                }
                case CoreModuleTypeDef.ExportDecl(String name, CoreExternDesc desc) ->
                    problems.require(
                            exports.put(name, externType(desc, types)) == null,
                            Rule.DUPLICATE_CORE_EXPORT,
                            "export name `" + name + "` already defined");
            }
        }
        return new CoreModuleType(imports, exports);
    }

    private CoreDefType outerAlias(int count, Index.CoreType index, Space<CoreDefType> types, Scope scope) {
        Scope target = scope;
        if (count == 0) {
            return types.get(index);
        }
        for (int i = 1; i != count; i++) {
            Scope parent = target.parent;
            if (parent == null) {
                throw problems.fail(
                        Rule.OUTER_ALIAS_COUNT, "invalid outer alias count of " + Integer.toUnsignedString(count));
            }
            target = parent;
        }
        CoreDefType type = target.coreTypes.get(index);
        problems.require(
                !(type instanceof CoreModuleType),
                Rule.MODULE_TYPE_REFERENCE,
                "core type index " + index.value() + " is a module type, which a module type cannot refer to");
        return type;
    }

    private CoreExternType externType(CoreExternDesc desc, Space<CoreDefType> types) {
        CoreTypeGroups.Context context = context(types);
        return switch (desc) {
            case CoreModuleTypeDef.FuncDesc(Index.CoreType index) -> new CoreExternType.Func(func(index, types));
            case CoreModuleTypeDef.TagDesc(Index.CoreType index) -> {
                CoreSubType type = func(index, types);
                CoreLimits.checkTag(type, problems.features(), context);
                yield new CoreExternType.Tag(type);
            }
            case CoreModuleTypeDef.TableDesc(var element, var limits) -> {
                var table = new CoreExternType.Table(groups.resolve(element, context), limits);
                CoreLimits.check(table, problems.features(), context);
                yield table;
            }
            case CoreModuleTypeDef.MemoryDesc(var limits, var pageSize) -> {
                var memory = new CoreExternType.Memory(limits, pageSize);
                CoreLimits.check(memory, problems.features(), context);
                yield memory;
            }
            case CoreModuleTypeDef.GlobalDesc(var type, boolean mutable) ->
                new CoreExternType.Global(groups.resolve(type, context), mutable);
        };
    }

    /** A function type among core types. */
    CoreSubType func(Index.CoreType index, Space<CoreDefType> types) {
        if (types.get(index) instanceof CoreSubType type && type.composite() instanceof CoreFuncType) {
            return type;
        }
        throw problems.fail(
                Rule.NOT_CORE_FUNCTION_TYPE, "core type index " + index.value() + " is not a function type");
    }

    /** A value type that stands outside of core types. */
    CoreValType valType(CoreValType type, Scope scope) {
        return groups.resolve(type, context(scope.coreTypes));
    }

    /** A resource of a component's own. */
    ResourceType resource(ResourceTypeDef definition, Scope scope) {
        problems.require(
                scope.kind == Scope.Kind.COMPONENT,
                Rule.RESOURCE_IN_TYPE,
                "resources can only be defined within a concrete component");
        if (definition.representation() != CoreNumType.I32) {
            problems.require(
                    definition.representation() == CoreNumType.I64,
                    Rule.RESOURCE_REPRESENTATION,
                    "a resource is represented by i32");
            problems.requireFeature(Feature.CM64, "a resource represented by i64");
        }
        definition
                .destructor()
                .ifPresent(index -> problems.require(
                        scope.coreFuncs
                                .get(index)
                                .type()
                                .equals(new CoreFuncType(List.of(definition.representation()), List.of())),
                        Rule.DESTRUCTOR,
                        "wrong signature for a destructor: it takes the representation and gives nothing"));
        var resource = new ResourceType("resource");
        scope.definedResources.add(resource);
        scope.localResources.put(resource, definition.representation());
        return resource;
    }
}
