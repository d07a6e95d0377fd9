package dev.wasmledger.component.type;

/** A field of a record, or a parameter of a function. */
public record Field(String label, ValType type) {}
