package dev.wasmledger.component.model;

/** A custom section; it defines nothing. */
public record CustomSection(String name, Bytes data) implements Definition {}
