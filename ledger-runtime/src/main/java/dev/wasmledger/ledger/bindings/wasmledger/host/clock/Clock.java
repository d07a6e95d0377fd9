package dev.wasmledger.ledger.bindings.wasmledger.host.clock;

public interface Clock {
    long now();
}
