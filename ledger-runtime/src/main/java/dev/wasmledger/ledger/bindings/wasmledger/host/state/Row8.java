package dev.wasmledger.ledger.bindings.wasmledger.host.state;

public record Row8(long f0, long f1, long f2, long f3, long f4, long f5, long f6, long f7) {}
