package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.wit.Type;
import java.util.List;

/**
 * A record of numbers, bools, chars, enums, flags and such records: each of its values takes the same bytes, none of which
 * points elsewhere. Lists of it are views of these bytes.
 *
 * @param record the class of one value
 * @param list the class of a list
 * @param buffer the class of a place for one value
 * @param size in bytes, with padding, as is {@code alignment}
 * @param accessors of the record's own components, in order
 * @param fields in the order of the text, those of a nested record behind the record itself
 */
record FixedRecord(
        Type.Named type,
        ClassName record,
        ClassName list,
        ClassName buffer,
        int size,
        int alignment,
        List<String> accessors,
        List<Field> fields) {

    /** A field, or a field of a nested record, by the name of its accessors. */
    sealed interface Field {

        String name();

        /** Where it begins, in bytes from the start of the whole record. */
        int offset();
    }

    /** A number, bool or char. */
    record Scalar(String name, int offset, Type.Primitive type, TypeName javaType) implements Field {}

    /** A case of an enum. */
    record Case(String name, int offset, Type type, Shape.Enumeration shape) implements Field {}

    /** Flags as a value; {@code bits} is the name of the field that has them as a number. */
    record Flags(String name, int offset, Type type, Shape.Bits shape, String bits) implements Field {}

    /** Flags as a number. */
    record Bits(String name, int offset, Shape.Bits shape) implements Field {}

    /** A record in the record; {@code parts} are the names of its own fields here. */
    record Nested(String name, int offset, FixedRecord of, List<String> parts) implements Field {}

    /** The fields of the record itself. */
    List<Field> ownFields() {
        int[] behind = {0};
        return fields.stream()
                .filter(field -> {
                    boolean own = behind[0] == 0;
                    behind[0] = own ? fieldsBelow(field) : behind[0] - 1;
                    return own;
                })
                .toList();
    }

    private static int fieldsBelow(Field field) {
        return switch (field) {
            case Scalar scalar -> 0;
            case Case one -> 0;
            case Bits bits -> 0;
            case Flags flags -> 1;
            case Nested nested -> nested.of().fields().size();
        };
    }
}
