package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.bindgen.internal.FixedRecord.Field;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.wit.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads and writes fields of records of a fixed size in an array of bytes, which a variable {@code bytes} names. */
final class RecordFields {

    private final Generator generator;

    /**
     * @param generator of host or guest: lifts enums
     */
    RecordFields(Generator generator) {
        this.generator = generator;
    }

    ClassName bytes() {
        return generator.dialect().library().bytes();
    }

    static TypeName javaType(Field field) {
        return switch (field) {
            case FixedRecord.Scalar number -> number.javaType();
            case FixedRecord.Case one -> one.shape().javaType();
            case FixedRecord.Flags flags -> flags.shape().javaType();
            case FixedRecord.Bits bits -> TypeName.INT;
            case FixedRecord.Nested nested -> nested.of().record();
        };
    }

    /**
     * The expression of a field's value.
     *
     * @param at the expression of where it lies
     * @param accessor how another field of the same record is read
     */
    CodeBlock read(Field field, Address at, UnaryOperator<String> accessor) {
        return switch (field) {
            case FixedRecord.Scalar number -> {
                CodeBlock value = get(Lifting.kind(number.type()), at);
                yield number.type() == Type.Primitive.BOOL ? CodeBlock.of("$L != 0", value) : value;
            }
            case FixedRecord.Case one -> generator.lifting().lift(body(), one.type(), List.of(discriminant(one, at)));
            case FixedRecord.Flags flags ->
                CodeBlock.of("new $T($L)", flags.shape().javaType(), accessor.apply(flags.bits()));
            case FixedRecord.Bits bits -> {
                CodeBlock value = get(kind(bits), at);
                int mask = bits.shape().mask();
                yield mask == -1 ? value : CodeBlock.of("$L & $L", value, ValueTypes.hex(mask));
            }
            case FixedRecord.Nested nested ->
                CodeBlock.of(
                        "new $T($L)",
                        nested.of().record(),
                        SourceText.arguments(nested.parts().stream()
                                .map(part -> CodeBlock.of("$L", accessor.apply(part)))
                                .toList()));
        };
    }

    /** Enums are lifted by a method beside them. */
    private Body body() {
        AbiClass nowhere = new AbiClass(ClassName.get("", "Nowhere"), "nothing");
        return new Body(nowhere, false, View.HOST, UniqueNames.ofMembers(), Optional.empty());
    }

    private CodeBlock discriminant(FixedRecord.Case one, Address at) {
        return switch (Layout.discriminantSize(one.shape().cases())) {
            case 1 -> CodeBlock.of("$L & 0xff", get("Byte", at));
            case 2 -> CodeBlock.of("$L & 0xffff", get("Short", at));
            default -> get("Int", at);
        };
    }

    /** The statement that writes a number, a case of an enum or bits. */
    CodeBlock write(Field field, Address at, String value) {
        return switch (field) {
            case FixedRecord.Scalar number ->
                put(
                        Lifting.kind(number.type()),
                        at,
                        switch (number.type()) {
                            case BOOL -> CodeBlock.of("(byte) ($L ? 1 : 0)", value);
                            case CHAR -> generator.dialect().lowerCharacter(CodeBlock.of("$L", value));
                            default -> CodeBlock.of("$L", value);
                        });
            case FixedRecord.Case one -> {
                String kind =
                        Lifting.unsignedKind(Layout.discriminantSize(one.shape().cases()));
                yield put(kind, at, Lowering.narrowed(kind, CodeBlock.of("$L.ordinal()", value)));
            }
            case FixedRecord.Bits bits -> {
                int mask = bits.shape().mask();
                CodeBlock kept =
                        mask == -1 ? CodeBlock.of("$L", value) : CodeBlock.of("($L & $L)", value, ValueTypes.hex(mask));
                yield put(kind(bits), at, Lowering.narrowed(kind(bits), kept));
            }
            case FixedRecord.Flags flags -> CodeBlock.of("$L($L.bits())", flags.bits(), value);
            case FixedRecord.Nested nested -> throw new IllegalStateException("not one number");
        };
    }

    private static String kind(FixedRecord.Bits bits) {
        return Lifting.unsignedKind(Layout.flagsSize(bits.shape().count()));
    }

    private CodeBlock get(String kind, Address at) {
        return CodeBlock.of("$T.get$L(bytes, $L)", bytes(), kind, at.code());
    }

    private CodeBlock put(String kind, Address at, CodeBlock value) {
        return CodeBlock.of("$T.put$L(bytes, $L, $L)", bytes(), kind, at.code(), value);
    }
}
