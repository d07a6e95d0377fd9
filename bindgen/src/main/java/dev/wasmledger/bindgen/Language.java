package dev.wasmledger.bindgen;

/** What guests can be written in. Hosts are written in Java. */
public enum Language {
    JAVA,
    C,
    RUST
}
