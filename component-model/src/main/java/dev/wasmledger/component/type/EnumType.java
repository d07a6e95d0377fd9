package dev.wasmledger.component.type;

import java.util.List;

/** {@code (enum label+)}. */
public record EnumType(List<String> labels) implements ValType {

    public EnumType {
        labels = List.copyOf(labels);
    }
}
