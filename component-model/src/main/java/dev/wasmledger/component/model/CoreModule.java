package dev.wasmledger.component.model;

/**
 * A core module, kept as it is.
 *
 * @param bytes from its magic number on
 */
public record CoreModule(Bytes bytes) implements Definition {}
