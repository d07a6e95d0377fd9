package dev.wasmledger.component.type;

/** The vector type of core WebAssembly. */
public enum CoreVecType implements CoreValType {
    V128
}
