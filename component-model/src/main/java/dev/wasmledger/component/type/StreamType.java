package dev.wasmledger.component.type;

import java.util.Optional;

/** {@code (stream t?)}. */
public record StreamType(Optional<ValType> element) implements ValType {}
