package dev.wasmledger.component.type;

import java.util.List;

/** {@code (variant (case label t?)+)}. */
public record VariantType(List<Case> cases) implements ValType {

    public VariantType {
        cases = List.copyOf(cases);
    }
}
