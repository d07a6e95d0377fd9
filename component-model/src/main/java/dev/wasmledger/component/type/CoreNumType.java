package dev.wasmledger.component.type;

/** The number types of core WebAssembly: all that the canonical ABI passes between components and core code. */
public enum CoreNumType implements CoreValType {
    I32,
    I64,
    F32,
    F64
}
