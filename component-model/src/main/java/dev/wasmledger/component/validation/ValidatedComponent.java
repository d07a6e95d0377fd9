package dev.wasmledger.component.validation;

import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.type.ComponentType;
import java.util.List;

/**
 * A component that keeps the rules of the specification.
 *
 * @param component as it is written
 * @param type what it imports and exports
 * @param spaces the types of all that its indices stand for
 * @param nested the components defined in it, in the order of their definitions. Their types speak of their own imports;
 *     what those stand for is settled where they are instantiated
 */
public record ValidatedComponent(
        Component component, ComponentType type, IndexSpaces spaces, List<ValidatedComponent> nested) {

    public ValidatedComponent {
        nested = List.copyOf(nested);
    }
}
