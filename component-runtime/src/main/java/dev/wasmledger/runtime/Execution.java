package dev.wasmledger.runtime;

/** How core WebAssembly is run. */
public enum Execution {
    /** Compiled to JVM bytecode when the component is loaded: the usual way. */
    COMPILED,

    /**
     * Compiled as well, but with calls from one component to another through host functions and trees of values instead
     * of typed links. Single functions whose types are too large for a link are called so in the usual way too; for all of
     * them, it is another implementation of the canonical ABI to hold against the first.
     */
    UNLINKED,

    /** Interpreted: about a hundred times slower, ready at once. */
    INTERPRETED
}
