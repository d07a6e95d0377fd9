package dev.wasmledger.runtime;

/** How core WebAssembly is run. */
public enum Execution {
    /** Compiled to JVM bytecode when the component is loaded: the usual way. */
    COMPILED,

    /** Interpreted: about a hundred times slower, ready at once. */
    INTERPRETED
}
