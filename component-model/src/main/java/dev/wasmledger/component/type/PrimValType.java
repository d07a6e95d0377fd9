package dev.wasmledger.component.type;

/**
 * A primitive value type. Not an enum itself, because a component can give a primitive type a name of its own; compare
 * {@link #primitive()}.
 */
public record PrimValType(Primitive primitive) implements ValType {

    @Override
    public String toString() {
        return primitive.text();
    }
}
