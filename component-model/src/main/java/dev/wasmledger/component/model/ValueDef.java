package dev.wasmledger.component.model;

/** {@code (value t v)}, its content as it is written. */
public record ValueDef(ValTypeRef type, Bytes content) implements Definition {}
