package dev.wasmledger.component.type;

/** An array type of core WebAssembly. */
public record CoreArrayType(CoreFieldType element) implements CoreCompositeType {}
