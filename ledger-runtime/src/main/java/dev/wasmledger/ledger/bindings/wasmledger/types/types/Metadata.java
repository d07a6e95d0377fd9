package dev.wasmledger.ledger.bindings.wasmledger.types.types;

import java.util.List;

public record Metadata(U128 id, List<Entry> entries) {}
