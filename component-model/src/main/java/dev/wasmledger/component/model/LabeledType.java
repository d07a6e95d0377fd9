package dev.wasmledger.component.model;

/** A field of a record or a parameter of a function (Binary.md, {@code labelvaltype}). */
public record LabeledType(String label, ValTypeRef type) {}
