package dev.wasmledger.component.abi;

import dev.wasmledger.component.type.CoreNumType;

/** The type of a memory's addresses (CanonicalABI.md, {@code ptr_type}). */
public enum PointerType {
    I32(4, CoreNumType.I32),
    I64(8, CoreNumType.I64);

    private final int size;
    private final CoreNumType coreType;

    PointerType(int size, CoreNumType coreType) {
        this.size = size;
        this.coreType = coreType;
    }

    /** In bytes. */
    public int size() {
        return size;
    }

    public CoreNumType coreType() {
        return coreType;
    }
}
