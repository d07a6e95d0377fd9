package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.runtime.abi.StringEncoding;
import java.util.Optional;

/**
 * Canonical options of a {@code canon lift} or {@code canon lower}.
 *
 * @param component index of the component instance that it stands in
 * @param hasCallback whether a lift with {@code async} is told of events that way
 */
public record OptionsPlan(
        int component,
        StringEncoding stringEncoding,
        Optional<CoreSource> memory,
        Optional<CoreSource> realloc,
        boolean async,
        boolean hasCallback) {}
