package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public sealed interface AccountOutcome {
    record Created() implements AccountOutcome {}

    record Exists() implements AccountOutcome {}

    record Rejected(AccountError value) implements AccountOutcome {}
}
