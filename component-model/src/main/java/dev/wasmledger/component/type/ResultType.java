package dev.wasmledger.component.type;

import java.util.Optional;

/** {@code (result t? (error u)?)}. */
public record ResultType(Optional<ValType> ok, Optional<ValType> error) implements ValType {}
