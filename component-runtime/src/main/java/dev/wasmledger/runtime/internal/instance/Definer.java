package dev.wasmledger.runtime.internal.instance;

/** Who defines a resource type. */
public sealed interface Definer {

    /** The component instance with that index. */
    record Component(int component) implements Definer {}

    record Host(HostResource resource) implements Definer {}
}
