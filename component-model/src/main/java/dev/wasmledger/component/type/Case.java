package dev.wasmledger.component.type;

import java.util.Optional;

/** A case of a variant with its payload. */
public record Case(String label, Optional<ValType> type) {}
