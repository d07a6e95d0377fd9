package dev.wasmledger.component.model;

import java.util.List;

/**
 * The definition of an instance type (Binary.md, {@code instancetype}): a scope with index spaces of its own.
 *
 * @param declarators no {@link Import} among them
 */
public record InstanceTypeDef(List<Declarator> declarators) implements TypeDef {

    public InstanceTypeDef {
        declarators = List.copyOf(declarators);
    }
}
