package dev.wasmledger.component.type;

/** What an index of the type index space stands for (Binary.md, {@code deftype}). */
public sealed interface DefType permits ValType, FuncType, ComponentType, InstanceType, ResourceType {}
