package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record Veto(String policy, String reason) {}
