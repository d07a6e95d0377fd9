package dev.wasmledger.component.model;

import java.util.List;

/** The definition of a component type (Binary.md, {@code componenttype}): a scope with index spaces of its own. */
public record ComponentTypeDef(List<Declarator> declarators) implements TypeDef {

    public ComponentTypeDef {
        declarators = List.copyOf(declarators);
    }
}
