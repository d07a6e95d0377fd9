package dev.wasmledger.component.model;

/** The type of an import or export, by index (Binary.md, {@code externtype}). */
public sealed interface ExternDesc {

    /** The index space that an import of this type adds to. */
    default Sort sort() {
        return switch (this) {
            case CoreModule d -> Sort.CORE_MODULE;
            case Func d -> Sort.FUNC;
            case Value d -> Sort.VALUE;
            case TypeEq d -> Sort.TYPE;
            case SubResource d -> Sort.TYPE;
            case Component d -> Sort.COMPONENT;
            case Instance d -> Sort.INSTANCE;
        };
    }

    record CoreModule(Index.CoreType type) implements ExternDesc {}

    record Func(Index.Type type) implements ExternDesc {}

    /**
     * {@code (value t)}. The bound that Binary.md puts around the type is written by no tool, the reference's included;
     * this is what they write.
     */
    record Value(ValTypeRef type) implements ExternDesc {}

    /** {@code (type (eq i))}. */
    record TypeEq(Index.Type type) implements ExternDesc {}

    /** {@code (type (sub resource))}. */
    record SubResource() implements ExternDesc {}

    record Component(Index.Type type) implements ExternDesc {}

    record Instance(Index.Type type) implements ExternDesc {}
}
