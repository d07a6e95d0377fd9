package dev.wasmledger.component.type;

/** A composite type of core WebAssembly. */
public sealed interface CoreCompositeType permits CoreFuncType, CoreStructType, CoreArrayType {}
