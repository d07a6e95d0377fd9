package dev.wasmledger.ledger.bindings.wasmledger.ledger.projection;

public sealed interface Cell {
    record Text(String value) implements Cell {}

    record Count(long value) implements Cell {}

    record Amount(dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Amount value) implements Cell {}
}
