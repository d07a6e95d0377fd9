package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public sealed interface TransferOutcome {
    record Committed() implements TransferOutcome {}

    record Exists() implements TransferOutcome {}

    record Rejected(TransferError value) implements TransferOutcome {}

    record Vetoed(Veto value) implements TransferOutcome {}
}
