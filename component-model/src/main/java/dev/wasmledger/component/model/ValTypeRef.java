package dev.wasmledger.component.model;

import dev.wasmledger.component.type.Primitive;

/** A value type as it is referred to (Binary.md, {@code valtype}). */
public sealed interface ValTypeRef {

    record Prim(Primitive primitive) implements ValTypeRef {}

    record Defined(Index.Type type) implements ValTypeRef {}
}
