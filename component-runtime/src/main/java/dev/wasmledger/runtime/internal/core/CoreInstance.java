package dev.wasmledger.runtime.internal.core;

/** An instance of a core module. */
public interface CoreInstance {

    /** The export with that name; validation has made sure that it exists. */
    CoreExtern export(String name);
}
