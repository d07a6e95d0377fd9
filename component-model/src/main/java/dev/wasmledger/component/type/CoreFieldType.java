package dev.wasmledger.component.type;

/** A field of a struct, or what an array consists of. */
public record CoreFieldType(CoreStorageType type, boolean mutable) {}
