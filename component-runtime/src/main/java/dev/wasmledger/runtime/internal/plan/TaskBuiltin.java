package dev.wasmledger.runtime.internal.plan;

/** A canonical built-in that goes with tasks. */
public sealed interface TaskBuiltin {

    record ContextGet(int slot) implements TaskBuiltin {}

    record ContextSet(int slot) implements TaskBuiltin {}

    /** {@code backpressure.inc} with a change of 1, {@code backpressure.dec} with -1. */
    record Backpressure(int change) implements TaskBuiltin {}

    record TaskReturn() implements TaskBuiltin {}

    /** One that the runtime has not; it can be imported, and traps when it is called. */
    record NotBuilt(String name) implements TaskBuiltin {}
}
