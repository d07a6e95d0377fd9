package dev.wasmledger.component.model;

import java.util.List;

/**
 * The definition of an instance type (Binary.md, {@code instancetype}): a scope with index spaces of its own.
 *
 * @param declarators no {@link Import} among them
 * @param offsets of each declarator's first byte in the binary; empty where it comes from no binary. They say nothing of the
 *     type: it is equal to the same one elsewhere
 */
public record InstanceTypeDef(List<Declarator> declarators, List<Integer> offsets) implements TypeDef {

    public InstanceTypeDef {
        declarators = List.copyOf(declarators);
        offsets = List.copyOf(offsets);
    }

    /** A type that comes from no binary. */
    public InstanceTypeDef(List<Declarator> declarators) {
        this(declarators, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstanceTypeDef that && declarators.equals(that.declarators);
    }

    @Override
    public int hashCode() {
        return declarators.hashCode();
    }
}
