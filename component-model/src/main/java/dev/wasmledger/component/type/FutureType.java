package dev.wasmledger.component.type;

import java.util.Optional;

/** {@code (future t?)}. */
public record FutureType(Optional<ValType> element) implements ValType {}
