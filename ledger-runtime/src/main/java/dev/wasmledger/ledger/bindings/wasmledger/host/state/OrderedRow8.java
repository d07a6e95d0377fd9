package dev.wasmledger.ledger.bindings.wasmledger.host.state;

public record OrderedRow8(OrderedKey key, Row8 row) {}
