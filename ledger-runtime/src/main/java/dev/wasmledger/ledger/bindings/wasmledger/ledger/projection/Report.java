package dev.wasmledger.ledger.bindings.wasmledger.ledger.projection;

import java.util.List;

public record Report(List<String> columns, List<List<Cell>> rows) {}
