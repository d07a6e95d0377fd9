package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public enum AssetError {
    LEDGER_MUST_NOT_BE_ZERO,
    CODE_MUST_NOT_BE_EMPTY,
    SCALE_TOO_LARGE,
    EXISTS_WITH_DIFFERENT_FIELDS
}
