package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record Transfer(
        U128 id,
        U128 debitAccount,
        U128 creditAccount,
        U128 amount,
        U128 userData,
        int ledger,
        short code,
        TransferFlags flags,
        long timestamp) {}
