package dev.wasmledger.component.type;

/** A reference type of core WebAssembly. */
public record CoreRefType(boolean nullable, HeapType heapType) implements CoreValType {

    /** What is referred to. */
    public sealed interface HeapType {}

    /** An abstract heap type by its code in the core binary format, {@code 0x70} for {@code func}. */
    public record AbstractHeapType(boolean shared, int code) implements HeapType {}

    /**
     * A type by its index, unsigned: as it is written, an index of the type index space where the reference stands. In the
     * {@link CoreSubType.Shape shape} of a type, an index into the types of the same recursion group.
     */
    public record TypeIndex(int index) implements HeapType {}

    /** A type that an index was resolved to. */
    public record DefinedHeapType(CoreSubType type) implements HeapType {}
}
