package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record U128(long low, long high) {}
