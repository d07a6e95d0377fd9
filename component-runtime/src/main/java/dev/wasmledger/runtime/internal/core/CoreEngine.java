package dev.wasmledger.runtime.internal.core;

/** Parses, validates and compiles core modules. */
public interface CoreEngine {

    /**
     * The compiled module for these bytes.
     *
     * @throws dev.wasmledger.runtime.LinkException if they are no valid core module, or use what the engine has not
     */
    CoreModule compile(byte[] wasm);

    /** What is wrong, in the words of the core specification's tests, where compiled code or the engine threw this. */
    String trapReason(Throwable thrown);
}
