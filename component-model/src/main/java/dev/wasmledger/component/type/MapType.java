package dev.wasmledger.component.type;

/** {@code (map k v)}; in the canonical ABI the same as a list of pairs. */
public record MapType(ValType key, ValType value) implements ValType {}
