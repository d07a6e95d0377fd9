package dev.wasmledger.component.validation;

import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreDefType;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreInstanceType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ValType;
import java.util.List;

/** The thirteen index spaces of a component, each with the types of its definitions in the order of their indices. */
public record IndexSpaces(
        List<CoreExternType.Func> coreFuncs,
        List<CoreExternType.Table> coreTables,
        List<CoreExternType.Memory> coreMemories,
        List<CoreExternType.Global> coreGlobals,
        List<CoreExternType.Tag> coreTags,
        List<CoreDefType> coreTypes,
        List<CoreModuleType> coreModules,
        List<CoreInstanceType> coreInstances,
        List<FuncType> funcs,
        List<ValType> values,
        List<DefType> types,
        List<ComponentType> components,
        List<InstanceType> instances) {

    public IndexSpaces {
        coreFuncs = List.copyOf(coreFuncs);
        coreTables = List.copyOf(coreTables);
        coreMemories = List.copyOf(coreMemories);
        coreGlobals = List.copyOf(coreGlobals);
        coreTags = List.copyOf(coreTags);
        coreTypes = List.copyOf(coreTypes);
        coreModules = List.copyOf(coreModules);
        coreInstances = List.copyOf(coreInstances);
        funcs = List.copyOf(funcs);
        values = List.copyOf(values);
        types = List.copyOf(types);
        components = List.copyOf(components);
        instances = List.copyOf(instances);
    }
}
