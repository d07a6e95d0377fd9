package dev.wasmledger.component.type;

/** A reference type of core WebAssembly. */
public record CoreRefType(boolean nullable, HeapType heapType) implements CoreValType {

    /** What is referred to. */
    public sealed interface HeapType {}

    /** An abstract heap type by its code in the core binary format, {@code 0x70} for {@code func}. */
    public record AbstractHeapType(boolean shared, int code) implements HeapType {}

    /** A type defined where the reference stands; an index of the type index space there, unsigned. */
    public record TypeIndex(int index) implements HeapType {}
}
