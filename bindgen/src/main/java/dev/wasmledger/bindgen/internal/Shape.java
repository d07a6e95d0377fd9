package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import java.util.List;
import java.util.Optional;

/** What a WIT type is to the code that lifts and lowers it: tuples are like records, options and results like variants. */
sealed interface Shape {

    /** A number, a bool or a char. */
    record Scalar(Type.Primitive primitive) implements Shape {}

    /** A string. */
    record Text() implements Shape {}

    /** A list of numbers or bools: a primitive array. */
    record Numbers(Type.Primitive element) implements Shape {}

    /** A list of records of a fixed size: a view of their bytes. */
    record Rows(FixedRecord record) implements Shape {}

    /** Any other list. */
    record Elements(Type element) implements Shape {}

    /** A map: a list of keys with their values. */
    record Entries(Product entry) implements Shape {

        Part key() {
            return entry.parts().get(0);
        }

        Part value() {
            return entry.parts().get(1);
        }
    }

    /**
     * A list of fixed length, which lies in place.
     *
     * @param numbers whether it is an array in Java
     */
    record FixedElements(Type element, int length, boolean numbers) implements Shape {}

    /**
     * A handle of a resource.
     *
     * @param resource by the name that stands here, which may be an alias
     */
    record Handle(TypeId resource, boolean owned) implements Shape {}

    /** In a guest: the end of a future or stream, or an error context, of which nothing but the handle is known. */
    record End(TypeName javaType) implements Shape {

        CodeBlock constructor() {
            return newInstance(javaType);
        }
    }

    /** A record or tuple. */
    record Product(TypeName javaType, List<Part> parts) implements Shape {

        /** How the constructor is called: without type arguments, which the compiler finds. */
        CodeBlock constructor() {
            return newInstance(javaType);
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

    private static CodeBlock newInstance(TypeName javaType) {
        return javaType instanceof ClassName
                ? CodeBlock.of("new $T", javaType)
                : CodeBlock.of("new $T<>", raw(javaType));
    }

    /** The class without its type arguments. */
    static ClassName raw(TypeName type) {
        return type instanceof com.palantir.javapoet.ParameterizedTypeName generic
                ? generic.rawType()
                : (ClassName) type;
    }
}
