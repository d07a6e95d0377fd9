package dev.wasmledger.component.type;

/** {@code (own r)}: a handle that owns the resource. */
public record OwnType(ResourceType resource) implements ValType {}
