package dev.wasmledger.bindgen;

/** Which side of a component's boundary bindings are for. */
public enum Side {
    /** A program on the JVM that provides a component's imports and calls its exports. */
    HOST,
    /** The component itself, written in Java and compiled by TeaVM. */
    GUEST
}
