package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.WorldId;

/** What a path leads to. */
sealed interface ItemReference {

    /** An interface or world of the same package. */
    record Local(LocalItem item) implements ItemReference {}

    /** An interface of another package. */
    record ForeignInterface(InterfaceId id) implements ItemReference {}

    /** A world of another package. */
    record ForeignWorld(WorldId id) implements ItemReference {}

    /** Nothing, which has been said already. */
    record Broken() implements ItemReference {}
}
