package dev.wasmledger.component.type;

/** A value type of core WebAssembly. */
public sealed interface CoreValType extends CoreStorageType permits CoreNumType, CoreVecType, CoreRefType {}
