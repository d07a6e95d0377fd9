package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record Entry(String key, String value) {}
