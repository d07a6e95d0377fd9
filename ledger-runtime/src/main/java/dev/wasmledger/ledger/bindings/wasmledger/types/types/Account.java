package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record Account(
        U128 id,
        U128 debitsPosted,
        U128 creditsPosted,
        U128 userData,
        int ledger,
        short code,
        AccountFlags flags,
        long timestamp) {}
