package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.FixedRecord.Field;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The classes of places for one record of a fixed size: what a list's builder hands out, and what is used again and again. */
final class RecordBuffers {

    private static final TypeName ARRAY = ArrayTypeName.of(TypeName.BYTE);

    private final RecordFields fields;

    RecordBuffers(RecordFields fields) {
        this.fields = fields;
    }

    TypeSpec type(FixedRecord record) {
        TypeSpec.Builder type = TypeSpec.classBuilder(record.buffer())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "A place for the bytes of one {@link $T}, to be written and read without an object for each value.",
                        record.record())
                .addField(ARRAY, "bytes")
                .addField(TypeName.INT, "start")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("One of its own, zero throughout.")
                        .addStatement("this(new byte[$L])", record.size())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("The first of the elements that these bytes have room for.")
                        .addParameter(ARRAY, "bytes")
                        .addStatement("this.bytes = bytes")
                        .build())
                .addMethod(MethodSpec.methodBuilder("get")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("The value as a record.")
                        .returns(record.record())
                        .addStatement(
                                "return new $T($L)",
                                record.record(),
                                SourceText.arguments(record.ownFields().stream()
                                        .map(field -> CodeBlock.of("$L()", field.name()))
                                        .toList()))
                        .build())
                .addMethods(setters(record))
                .addMethod(copyTo(record))
                .addMethod(copyFrom(record));
        record.fields().forEach(field -> type.addMethod(getter(field)).addMethods(setters(record, field)));
        return type.build();
    }

    /** Those of the whole value. */
    private List<MethodSpec> setters(FixedRecord record) {
        MethodSpec.Builder whole = setter(record, "set").addParameter(record.record(), "value");
        record.ownFields()
                .forEach(field -> whole.addStatement("$L(value.$L())", field.name(), accessor(record, field)));
        return List.of(
                whole.addStatement("return this").build(),
                setter(record, "set")
                        .addParameter(record.buffer(), "value")
                        .addStatement(
                                "$T.copy(value.bytes, value.start, bytes, start, $L)", fields.bytes(), record.size())
                        .addStatement("return this")
                        .build(),
                setter(record, "set")
                        .addJavadoc("Sets it to an element of a list.")
                        .addParameter(record.list(), "list")
                        .addParameter(TypeName.INT, "index")
                        .addStatement(
                                "$T.copy(list.bytes, list.at(index), bytes, start, $L)", fields.bytes(), record.size())
                        .addStatement("return this")
                        .build());
    }

    private static String accessor(FixedRecord record, Field field) {
        return record.accessors().get(record.ownFields().indexOf(field));
    }

    private MethodSpec copyTo(FixedRecord record) {
        return MethodSpec.methodBuilder("copyTo")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Copies the $L bytes, as the canonical ABI lays them out.\n\n"
                                + "@param offset where they go in {@code target}",
                        record.size())
                .addParameter(ARRAY, "target")
                .addParameter(TypeName.INT, "offset")
                .addStatement("$T.check(target, offset, $L)", fields.bytes(), record.size())
                .addStatement("$T.copy(bytes, start, target, offset, $L)", fields.bytes(), record.size())
                .build();
    }

    private MethodSpec copyFrom(FixedRecord record) {
        return setter(record, "copyFrom")
                .addJavadoc(
                        "Sets it to $L bytes, as {@link #copyTo} gives them. Whether they stand for a value is seen where it is read.\n\n"
                                + "@param offset where they begin in {@code source}",
                        record.size())
                .addParameter(ARRAY, "source")
                .addParameter(TypeName.INT, "offset")
                .addStatement("$T.check(source, offset, $L)", fields.bytes(), record.size())
                .addStatement("$T.copy(source, offset, bytes, start, $L)", fields.bytes(), record.size())
                .addStatement("return this")
                .build();
    }

    private MethodSpec getter(Field field) {
        return MethodSpec.methodBuilder(field.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(RecordFields.javaType(field))
                .addStatement(
                        "return $L",
                        fields.read(field, new Address("start", field.offset()), accessor -> accessor + "()"))
                .build();
    }

    private List<MethodSpec> setters(FixedRecord record, Field field) {
        MethodSpec.Builder setter = setter(record, field.name()).addParameter(RecordFields.javaType(field), "value");
        if (!(field instanceof FixedRecord.Nested nested)) {
            return List.of(setter.addStatement(fields.write(field, new Address("start", field.offset()), "value"))
                    .addStatement("return this")
                    .build());
        }
        FixedRecord of = nested.of();
        for (int i = 0; i < nested.parts().size(); i++) {
            setter.addStatement(
                    "$L(value.$L())", nested.parts().get(i), of.accessors().get(i));
        }
        MethodSpec.Builder copying = setter(record, field.name())
                .addParameter(of.buffer(), "value")
                .addStatement("value.copyTo(bytes, $L)", new Address("start", field.offset()).code())
                .addStatement("return this");
        return Stream.of(setter.addStatement("return this"), copying)
                .map(MethodSpec.Builder::build)
                .toList();
    }

    private static MethodSpec.Builder setter(FixedRecord record, String name) {
        ClassName buffer = record.buffer();
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(buffer);
    }
}
