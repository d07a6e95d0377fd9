package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record Asset(int ledger, byte scale, String code) {}
