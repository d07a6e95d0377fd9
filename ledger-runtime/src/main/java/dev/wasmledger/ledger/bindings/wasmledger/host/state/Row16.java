package dev.wasmledger.ledger.bindings.wasmledger.host.state;

public record Row16(
        long f0,
        long f1,
        long f2,
        long f3,
        long f4,
        long f5,
        long f6,
        long f7,
        long f8,
        long f9,
        long f10,
        long f11,
        long f12,
        long f13,
        long f14,
        long f15) {}
