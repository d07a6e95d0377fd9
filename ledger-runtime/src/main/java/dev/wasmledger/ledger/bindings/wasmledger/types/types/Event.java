package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record Event(Transfer transfer, Account debitAccount, Account creditAccount) {}
