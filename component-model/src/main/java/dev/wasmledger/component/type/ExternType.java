package dev.wasmledger.component.type;

/** The type of an import or an export. */
public sealed interface ExternType
        permits CoreModuleType, FuncType, ValueExtern, TypeExtern, ComponentType, InstanceType {}
