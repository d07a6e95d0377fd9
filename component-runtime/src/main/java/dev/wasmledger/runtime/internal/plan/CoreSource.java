package dev.wasmledger.runtime.internal.plan;

/** Where something of a core sort comes from. */
public sealed interface CoreSource {

    /** An export of the core instance that the n-th {@link Step.InstantiateCore} made. */
    record InstanceExport(int coreInstance, String name) implements CoreSource {}

    /** The function that the n-th of the other steps made. */
    record Generated(int function) implements CoreSource {}
}
