package dev.wasmledger.component.type;

/** What an index of the core type index space stands for (Binary.md, {@code core:deftype}). */
public sealed interface CoreDefType permits CoreSubType, CoreModuleType {}
