package dev.wasmledger.component.validation;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.CoreRecTypeDef;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.Start;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValueDef;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreDefType;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreInstanceType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ValType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component, component type or instance type while its definitions are gone through. */
final class Scope {

    /** What opens a scope. */
    enum Kind {
        COMPONENT,
        COMPONENT_TYPE,
        INSTANCE_TYPE
    }

    final Kind kind;
    final @Nullable Scope parent;

    final Space<CoreExternType.Func> coreFuncs;
    final Space<CoreExternType.Table> coreTables;
    final Space<CoreExternType.Memory> coreMemories;
    final Space<CoreExternType.Global> coreGlobals;
    final Space<CoreExternType.Tag> coreTags;
    final Space<CoreDefType> coreTypes;
    final Space<CoreModuleType> coreModules;
    final Space<CoreInstanceType> coreInstances;
    final Space<FuncType> funcs;
    final Space<ValType> values;
    final Space<DefType> types;
    final Space<ComponentType> components;
    final Space<InstanceType> instances;

    final Map<String, ExternDecl> imports = new LinkedHashMap<>();
    final Map<String, ExternDecl> exports = new LinkedHashMap<>();
    final ExternNames importNames;
    final ExternNames exportNames;

    final List<ResourceType> importedResources = new ArrayList<>();
    final List<ResourceType> definedResources = new ArrayList<>();

    /** The resource types that a {@code resource} definition of this component made, with their representations. */
    final Map<ResourceType, CoreValType> localResources = new HashMap<>();

    /** The type of the context slots, once a built-in has said it. */
    Optional<CoreValType> contextType = Optional.empty();

    private final BitSet usedValues = new BitSet();
    final Visibility visibility;
    final List<ValidatedComponent> nested = new ArrayList<>();

    Scope(Kind kind, @Nullable Scope parent, Problems problems) {
        this.kind = kind;
        this.parent = parent;
        coreFuncs = new Space<>(Sort.CORE_FUNC, problems);
        coreTables = new Space<>(Sort.CORE_TABLE, problems);
        coreMemories = new Space<>(Sort.CORE_MEMORY, problems);
        coreGlobals = new Space<>(Sort.CORE_GLOBAL, problems);
        coreTags = new Space<>(Sort.CORE_TAG, problems);
        coreTypes = new Space<>(Sort.CORE_TYPE, problems);
        coreModules = new Space<>(Sort.CORE_MODULE, problems);
        coreInstances = new Space<>(Sort.CORE_INSTANCE, problems);
        funcs = new Space<>(Sort.FUNC, problems);
        values = new Space<>(Sort.VALUE, problems);
        types = new Space<>(Sort.TYPE, problems);
        components = new Space<>(Sort.COMPONENT, problems);
        instances = new Space<>(Sort.INSTANCE, problems);
        importNames = new ExternNames("import", true, problems);
        exportNames = new ExternNames("export", true, problems);
        visibility = new Visibility(problems);
    }

    /** The index space that a definition adds to. */
    Optional<Space<?>> spaceOf(Definition definition) {
        return switch (definition) {
            case CustomSection custom -> Optional.empty();
            case CoreModule module -> Optional.of(coreModules);
            case CoreInstance instance -> Optional.of(coreInstances);
            case CoreTypeDef type -> Optional.of(coreTypes);
            case Component component -> Optional.of(components);
            case Instance instance -> Optional.of(instances);
            case Alias alias -> Optional.of(space(alias.sort()));
            case TypeDef type -> Optional.of(types);
            case Canon.Lift lift -> Optional.of(funcs);
            case Canon canon -> Optional.of(coreFuncs);
            case Start start -> Optional.of(values);
            case Import declared -> Optional.of(space(declared.type().sort()));
            case Export export -> Optional.of(space(export.index().sort()));
            case ValueDef value -> Optional.of(values);
        };
    }

    /** How many indices a definition adds. */
    static int count(Definition definition) {
        return switch (definition) {
            case CoreRecTypeDef(boolean explicit, var types) -> types.size();
            // No function has more than one result.
            case Start start -> start.results() == 0 ? 0 : 1;
            default -> 1;
        };
    }

    private Space<?> space(Sort sort) {
        return switch (sort) {
            case CORE_FUNC -> coreFuncs;
            case CORE_TABLE -> coreTables;
            case CORE_MEMORY -> coreMemories;
            case CORE_GLOBAL -> coreGlobals;
            case CORE_TAG -> coreTags;
            case CORE_TYPE -> coreTypes;
            case CORE_MODULE -> coreModules;
            case CORE_INSTANCE -> coreInstances;
            case FUNC -> funcs;
            case VALUE -> values;
            case TYPE -> types;
            case COMPONENT -> components;
            case INSTANCE -> instances;
        };
    }

    void addValue(ValType value) {
        values.add(value);
    }

    /** Takes a value, which can be done once (Binary.md, "Start Definitions"). */
    ValType useValue(Index.Value index, Problems problems) {
        ValType type = values.get(index);
        problems.require(
                !usedValues.get(index.value()), Rule.VALUE_TWICE, "value " + index.value() + " is used more than once");
        usedValues.set(index.value());
        return type;
    }

    void requireAllValuesUsed(Problems problems) {
        problems.require(
                usedValues.cardinality() == values.size(),
                Rule.VALUE_UNUSED,
                "a value is never used, and must be once");
    }

    IndexSpaces spaces() {
        return new IndexSpaces(
                coreFuncs.items(),
                coreTables.items(),
                coreMemories.items(),
                coreGlobals.items(),
                coreTags.items(),
                coreTypes.items(),
                coreModules.items(),
                coreInstances.items(),
                funcs.items(),
                values.items(),
                types.items(),
                components.items(),
                instances.items());
    }

    ComponentType componentType() {
        return new ComponentType(importedResources, imports, definedResources, exports);
    }
}
