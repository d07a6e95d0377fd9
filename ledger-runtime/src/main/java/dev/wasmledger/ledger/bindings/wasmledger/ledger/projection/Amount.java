package dev.wasmledger.ledger.bindings.wasmledger.ledger.projection;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;

public record Amount(int ledger, U128 debits, U128 credits) {}
