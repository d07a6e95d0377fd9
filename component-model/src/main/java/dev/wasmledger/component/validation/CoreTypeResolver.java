package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.CoreModuleTypeDef;
import dev.wasmledger.component.model.CoreModuleTypeDef.CoreExternDesc;
import dev.wasmledger.component.model.CoreRecTypeDef;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.CoreAggregateType;
import dev.wasmledger.component.type.CoreDefType;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Resolves core types, and the resource types that stand on core functions. */
final class CoreTypeResolver {

    private final Problems problems;

    CoreTypeResolver(Problems problems) {
        this.problems = problems;
    }

    /** Adds to the core type index space. */
    void define(CoreTypeDef definition, Scope scope) {
        switch (definition) {
            case CoreModuleTypeDef module -> scope.coreTypes.add(moduleType(module, scope));
            case CoreRecTypeDef group -> define(group, scope.coreTypes);
        }
    }

    private void define(CoreRecTypeDef group, Space<CoreDefType> types) {
        int end = types.size() + group.types().size();
        group.types().forEach(type -> references(type.type()).forEach(index -> checkReference(index, end, types)));
        group.types().forEach(type -> types.add(compType(type)));
    }

    /** A type may refer to those before it and to those of its own group. */
    private void checkReference(Index.CoreType index, int end, Space<CoreDefType> types) {
        boolean inGroup = index.value() >= types.size() && index.value() < end;
        problems.require(
                inGroup || !(types.get(index) instanceof CoreModuleType),
                Rule.TYPE_KIND,
                "core type index " + index.value() + " is a module type, to which no reference can point");
    }

    private static Stream<Index.CoreType> references(CoreTypeDef.CompType type) {
        Stream<CoreValType> values = switch (type) {
            case CoreTypeDef.Func(var params, var results) -> Stream.concat(params.stream(), results.stream());
            case CoreTypeDef.Struct(var fields) -> fields.stream().flatMap(CoreTypeResolver::valType);
            case CoreTypeDef.Array(var element) -> valType(element);
        };
        return values.flatMap(value -> value instanceof CoreRefType(boolean nullable, CoreRefType.TypeIndex(int index))
                ? Stream.of(new Index.CoreType(index))
                : Stream.empty());
    }

    private static Stream<CoreValType> valType(CoreTypeDef.FieldType field) {
        return field.type() instanceof CoreTypeDef.Unpacked(CoreValType type) ? Stream.of(type) : Stream.empty();
    }

    private static CoreDefType compType(CoreRecTypeDef.SubType type) {
        return switch (type.type()) {
            case CoreTypeDef.Func(var params, var results) -> new CoreFuncType(params, results);
            case CoreTypeDef.Struct struct -> new CoreAggregateType(struct.toString());
            case CoreTypeDef.Array array -> new CoreAggregateType(array.toString());
        };
    }

    CoreModuleType moduleType(Index.CoreType index, Scope scope) {
        if (scope.coreTypes.get(index) instanceof CoreModuleType module) {
            return module;
        }
        throw problems.fail(Rule.TYPE_KIND, "core type index " + index.value() + " is not a module type");
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
                            Rule.DUPLICATE_CORE_NAME,
                            "duplicate import name `" + module + ":" + field + "`");
                    imports.add(new CoreModuleType.CoreImport(module, field, externType(desc, types)));
                }
                case CoreModuleTypeDef.ExportDecl(String name, CoreExternDesc desc) ->
                    problems.require(
                            exports.put(name, externType(desc, types)) == null,
                            Rule.DUPLICATE_CORE_NAME,
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
                Rule.TYPE_KIND,
                "core type index " + index.value() + " is a module type, which a module type cannot refer to");
        return type;
    }

    private CoreExternType externType(CoreExternDesc desc, Space<CoreDefType> types) {
        return switch (desc) {
            case CoreModuleTypeDef.FuncDesc(Index.CoreType index) -> new CoreExternType.Func(funcType(index, types));
            case CoreModuleTypeDef.TagDesc(Index.CoreType index) -> new CoreExternType.Tag(funcType(index, types));
            case CoreModuleTypeDef.TableDesc(var element, var limits) -> new CoreExternType.Table(element, limits);
            case CoreModuleTypeDef.MemoryDesc(var limits, var pageSize) -> {
                long maxPages = limits.is64() ? 1L << 48 : 1L << 16;
                problems.require(
                        pageSize.isPresent()
                                || (Long.compareUnsigned(limits.minimum(), maxPages) <= 0
                                        && (limits.maximum().isEmpty()
                                                || Long.compareUnsigned(
                                                                limits.maximum().getAsLong(), maxPages)
                                                        <= 0)),
                        Rule.MEMORY_SIZE,
                        "memory size must be at most " + maxPages + " pages");
                yield new CoreExternType.Memory(limits, pageSize);
            }
            case CoreModuleTypeDef.GlobalDesc(var type, boolean mutable) -> new CoreExternType.Global(type, mutable);
        };
    }

    CoreFuncType funcType(Index.CoreType index, Space<CoreDefType> types) {
        if (types.get(index) instanceof CoreFuncType func) {
            return func;
        }
        throw problems.fail(Rule.TYPE_KIND, "core type index " + index.value() + " is not a function type");
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
            problems.requireFeature(Feature.MEMORY64, "a resource represented by i64");
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
