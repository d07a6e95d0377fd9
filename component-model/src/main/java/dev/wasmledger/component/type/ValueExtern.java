package dev.wasmledger.component.type;

/** {@code (value t)}. */
public record ValueExtern(ValType type) implements ExternType {}
