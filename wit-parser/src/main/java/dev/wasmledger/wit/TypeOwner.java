package dev.wasmledger.wit;

/** Where a type is defined. */
public sealed interface TypeOwner {

    /** In an interface. */
    record OfInterface(InterfaceId id) implements TypeOwner {}

    /** In a world itself. */
    record OfWorld(WorldId id) implements TypeOwner {}
}
