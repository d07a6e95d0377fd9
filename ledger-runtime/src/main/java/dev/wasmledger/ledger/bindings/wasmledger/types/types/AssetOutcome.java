package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public sealed interface AssetOutcome {
    record Created() implements AssetOutcome {}

    record Exists() implements AssetOutcome {}

    record Rejected(AssetError value) implements AssetOutcome {}
}
