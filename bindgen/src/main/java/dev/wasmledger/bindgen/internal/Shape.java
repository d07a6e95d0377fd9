package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.wit.Type;
import java.util.List;
import java.util.Optional;

/** What a WIT type is to the code that lifts and lowers it: tuples are like records, options and results like variants. */
sealed interface Shape {

    /** A number, a bool or a char. */
    record Scalar(Type.Primitive primitive) implements Shape {}

    /** A string. */
    record Text() implements Shape {}

    /** A list of numbers: a primitive array. */
    record Numbers(Type.Primitive element) implements Shape {}

    /** Any other list. */
    record Elements(Type element) implements Shape {}

    /** A record or tuple. */
    record Product(TypeName javaType, List<Part> parts) implements Shape {

        /** How the constructor is called: without type arguments, which the compiler finds. */
        CodeBlock constructor() {
            return javaType instanceof ClassName
                    ? CodeBlock.of("new $T", javaType)
                    : CodeBlock.of("new $T<>", raw(javaType));
        }
    }

    /** A field, by the name of its accessor, and where it lies from the start. */
    record Part(String accessor, Type type, int offset) {}

    /** A variant, option or result. */
    record Sum(SumKind kind, TypeName javaType, List<Alternative> alternatives, int payloadOffset) implements Shape {}

    enum SumKind {
        VARIANT,
        OPTION,
        RESULT
    }

    /**
     * A case.
     *
     * @param javaType the record of the case; of an option's cases, {@code Optional}
     */
    record Alternative(String witName, TypeName javaType, Optional<Type> payload) {}

    /** An enum. */
    record Enumeration(ClassName javaType, int cases) implements Shape {}

    /** Flags. */
    record Bits(ClassName javaType, int count) implements Shape {

        /** The bits that mean something. */
        int mask() {
            return count == 32 ? -1 : (1 << count) - 1;
        }
    }

    /** The class without its type arguments. */
    static ClassName raw(TypeName type) {
        return type instanceof com.palantir.javapoet.ParameterizedTypeName generic
                ? generic.rawType()
                : (ClassName) type;
    }
}
