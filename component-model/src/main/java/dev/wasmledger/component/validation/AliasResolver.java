package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValueExtern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves aliases (Binary.md, "Alias Definitions"). */
final class AliasResolver {

    private final Problems problems;

    AliasResolver(Problems problems) {
        this.problems = problems;
    }

    void alias(Alias alias, Scope scope) {
        switch (alias) {
            case Alias.InstanceExport(Sort sort, Index.Instance instance, String name) ->
                instanceExport(sort, instance, name, scope);
            case Alias.CoreInstanceExport(Sort sort, Index.CoreInstance instance, String name) ->
                coreInstanceExport(sort, instance, name, scope);
            case Alias.Outer(Sort sort, int count, Index index) -> outer(sort, count, index, scope);
        }
    }

    private void instanceExport(Sort sort, Index.Instance instance, String name, Scope scope) {
        problems.require(
                scope.kind == Scope.Kind.COMPONENT || sort == Sort.TYPE || sort == Sort.INSTANCE,
                Rule.ALIAS_IN_TYPE,
                "aliases in a component or instance type may only refer to types or instances");
        Optional<ExternType> export = scope.instances.get(instance).export(name);
        if (export.isEmpty()) {
            throw problems.fail(
                    Rule.NO_SUCH_EXPORT, "instance " + instance.value() + " has no export named `" + name + "`");
        }
        problems.require(
                sortOf(export.get()) == sort,
                Rule.EXPORT_SORT,
                "export `" + name + "` for instance " + instance.value() + " is not a " + sort.text());
        ExternResolver.add(export.get(), scope);
    }

    private static Sort sortOf(ExternType type) {
        return switch (type) {
            case FuncType t -> Sort.FUNC;
            case InstanceType t -> Sort.INSTANCE;
            case ComponentType t -> Sort.COMPONENT;
            case CoreModuleType t -> Sort.CORE_MODULE;
            case TypeExtern t -> Sort.TYPE;
            case ValueExtern t -> Sort.VALUE;
        };
    }

    private void coreInstanceExport(Sort sort, Index.CoreInstance instance, String name, Scope scope) {
        problems.require(
                scope.kind == Scope.Kind.COMPONENT,
                Rule.ALIAS_IN_TYPE,
                "aliases in a component or instance type may only refer to types or instances");
        if (sort == Sort.CORE_TAG) {
            problems.requireFeature(Feature.EXCEPTIONS, "a tag");
        }
        CoreExternType export = scope.coreInstances.get(instance).exports().get(name);
        if (export == null) {
            throw problems.fail(
                    Rule.NO_SUCH_CORE_EXPORT,
                    "core instance " + instance.value() + " has no export named `" + name + "`");
        }
        switch (export) {
            case CoreExternType.Func func when sort == Sort.CORE_FUNC -> scope.coreFuncs.add(func);
            case CoreExternType.Table table when sort == Sort.CORE_TABLE -> scope.coreTables.add(table);
            case CoreExternType.Memory memory when sort == Sort.CORE_MEMORY -> scope.coreMemories.add(memory);
            case CoreExternType.Global global when sort == Sort.CORE_GLOBAL -> scope.coreGlobals.add(global);
            case CoreExternType.Tag tag when sort == Sort.CORE_TAG -> scope.coreTags.add(tag);
            default ->
                throw problems.fail(
                        Rule.CORE_EXPORT_SORT,
                        "export `" + name + "` for core instance " + instance.value() + " is not a " + sort.text());
        }
    }

    private void outer(Sort sort, int count, Index index, Scope scope) {
        boolean leavesComponent = false;
        Scope target = scope;
        for (int i = 0; i != count; i++) {
            leavesComponent |= target.kind == Scope.Kind.COMPONENT;
            @Nullable Scope parent = target.parent;
            if (parent == null) {
                throw problems.fail(
                        Rule.OUTER_ALIAS_COUNT,
                        "invalid outer alias count of " + Integer.toUnsignedString(count) + ": only " + i
                                + " scopes enclose this one");
            }
            target = parent;
        }
        switch (index) {
            case Index.Type i -> scope.types.add(closed(target.types.get(i), leavesComponent));
            case Index.CoreType i -> scope.coreTypes.add(target.coreTypes.get(i));
            case Index.CoreModule i
            when scope.kind == Scope.Kind.COMPONENT -> scope.coreModules.add(target.coreModules.get(i));
            case Index.Component i
            when scope.kind == Scope.Kind.COMPONENT -> scope.components.add(target.components.get(i));
            default ->
                throw problems.fail(Rule.OUTER_ALIAS_SORT, "an outer alias cannot refer to a " + sort.text() + " here");
        }
    }

    /** A resource type cannot cross into another component but by import, since each instance has its own. */
    private DefType closed(DefType type, boolean leavesComponent) {
        problems.require(
                !leavesComponent || !TypeFacts.hasFreeResources(type),
                Rule.OUTER_ALIAS_RESOURCE,
                "this type refers to resources not defined in the current component");
        return type;
    }
}
