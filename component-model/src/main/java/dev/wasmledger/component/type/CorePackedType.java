package dev.wasmledger.component.type;

/** The storage types of core WebAssembly that are smaller than any value. */
public enum CorePackedType implements CoreStorageType {
    I8,
    I16
}
