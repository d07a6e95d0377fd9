package dev.wasmledger.component.type;

import java.util.List;

/** {@code (flags label+)}; 1 to 32 labels, the first one is bit 0. */
public record FlagsType(List<String> labels) implements ValType {

    public FlagsType {
        labels = List.copyOf(labels);
    }
}
