package dev.wasmledger.component.type;

/** {@code (option t)}. */
public record OptionType(ValType type) implements ValType {}
