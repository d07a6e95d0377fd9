package dev.wasmledger.component.type;

/** {@code (borrow r)}: a handle lent for the length of a call. */
public record BorrowType(ResourceType resource) implements ValType {}
