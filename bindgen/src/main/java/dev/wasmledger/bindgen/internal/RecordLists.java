package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.FixedRecord.Field;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import javax.lang.model.element.Modifier;

/** The classes of lists of records of a fixed size: accessors by index over bytes as the canonical ABI lays them out. */
final class RecordLists {

    private final RecordFields fields;

    RecordLists(RecordFields fields) {
        this.fields = fields;
    }

    TypeSpec type(FixedRecord record) {
        ClassName name = record.list();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(ClassName.get(AbstractList.class), record.record()))
                .addSuperinterface(RandomAccess.class)
                .addJavadoc(
                        "A list of {@link $T}s that holds their bytes: it cannot be changed, its accessors make no objects of\n"
                                + "numbers, and to pass it on is to copy the bytes. {@link #get} makes a record of an element.",
                        record.record())
                .addField(ArrayTypeName.of(TypeName.BYTE), "bytes", Modifier.FINAL)
                .addField(TypeName.INT, "size", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(ArrayTypeName.of(TypeName.BYTE), "bytes")
                        .addParameter(TypeName.INT, "size")
                        .addStatement("this.bytes = bytes")
                        .addStatement("this.size = size")
                        .build())
                .addMethod(of(record))
                .addMethod(copyOf(record))
                .addMethod(builder(record))
                .addMethod(builderInTheBytesOf(record))
                .addMethod(overriding("size", TypeName.INT)
                        .addStatement("return size")
                        .build())
                .addMethod(get(record));
        record.fields().forEach(field -> type.addMethod(accessor(field)));
        return type.addMethod(copyTo(record))
                .addMethod(at(record))
                .addType(builderType(record))
                .build();
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }

    private static MethodSpec of(FixedRecord record) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("A list of these elements.")
                .addParameter(ArrayTypeName.of(record.record()), "elements")
                .varargs()
                .returns(record.list())
                .addStatement("return copyOf($T.asList(elements))", Arrays.class)
                .build();
    }

    private static MethodSpec copyOf(FixedRecord record) {
        return MethodSpec.methodBuilder("copyOf")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("A list of these elements; the collection itself, if it is such a list.")
                .addParameter(ParameterizedTypeName.get(ClassName.get(Collection.class), record.record()), "elements")
                .returns(record.list())
                .beginControlFlow("if (elements instanceof $T list)", record.list())
                .addStatement("return list")
                .endControlFlow()
                .addStatement("Builder builder = builder(elements.size())")
                .addStatement("elements.forEach(builder::add)")
                .addStatement("return builder.build()")
                .build();
    }

    private static MethodSpec builder(FixedRecord record) {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("A builder of a list.\n\n@param capacity elements that it takes without growing: a guess")
                .addParameter(TypeName.INT, "capacity")
                .returns(record.list().nestedClass("Builder"))
                .addStatement("return new Builder(new byte[$T.multiplyExact(capacity, $L)])", Math.class, record.size())
                .build();
    }

    /**
     * What lies behind a list's elements in its bytes is zero, and stays so. The builder is made in one place whatever it
     * is given, because only then the JVM can do without the object.
     */
    private MethodSpec builderInTheBytesOf(FixedRecord record) {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("""
                        A builder in the bytes of a list that nobody needs any more, if they have room: who builds lists again
                        and again makes no garbage.

                        @param capacity elements that it takes without growing: a guess
                        @param spent the list; what it holds from now on is undefined""")
                .addParameter(TypeName.INT, "capacity")
                .addParameter(record.list(), "spent")
                .returns(record.list().nestedClass("Builder"))
                .addStatement("$T.clear(spent.bytes, 0, spent.size * $L)", fields.bytes(), record.size())
                .addStatement("boolean fits = capacity <= spent.bytes.length / $L", record.size())
                .addStatement(
                        "return new Builder(fits ? spent.bytes : new byte[$T.multiplyExact(capacity, $L)])",
                        Math.class,
                        record.size())
                .build();
    }

    private MethodSpec get(FixedRecord record) {
        List<CodeBlock> arguments = record.ownFields().stream()
                .map(field -> CodeBlock.of("$L(index)", field.name()))
                .toList();
        return overriding("get", record.record())
                .addParameter(TypeName.INT, "index")
                .addStatement("$T.checkIndex(index, size)", Objects.class)
                .addStatement("return new $T($L)", record.record(), SourceText.arguments(arguments))
                .build();
    }

    private MethodSpec accessor(Field field) {
        CodeBlock value =
                fields.read(field, new Address("at(index)", field.offset()), accessor -> accessor + "(index)");
        return MethodSpec.methodBuilder(field.name())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(TypeName.INT, "index")
                .returns(RecordFields.javaType(field))
                .addStatement("return $L", value)
                .build();
    }

    private MethodSpec copyTo(FixedRecord record) {
        return MethodSpec.methodBuilder("copyTo")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Copies the $L bytes of an element, as the canonical ABI lays them out.\n\n"
                                + "@param offset where they go in {@code target}",
                        record.size())
                .addParameter(TypeName.INT, "index")
                .addParameter(ArrayTypeName.of(TypeName.BYTE), "target")
                .addParameter(TypeName.INT, "offset")
                .addStatement("$T.check(target, offset, $L)", fields.bytes(), record.size())
                .addStatement("$T.copy(bytes, at(index), target, offset, $L)", fields.bytes(), record.size())
                .build();
    }

    private MethodSpec at(FixedRecord record) {
        return MethodSpec.methodBuilder("at")
                .addParameter(TypeName.INT, "index")
                .returns(TypeName.INT)
                .addStatement("return $T.offset(index, size, $L)", fields.bytes(), record.size())
                .build();
    }

    /**
     * The builder. Its bytes are the buffer's, so that to add an element is to move a number: a reference kept for each
     * element would cost a write barrier of the collector for each.
     */
    private TypeSpec builderType(FixedRecord record) {
        ClassName name = record.list().nestedClass("Builder");
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Makes a list, one element after the other.")
                .addField(record.buffer(), "last", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.INT, "end", Modifier.PRIVATE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(ArrayTypeName.of(TypeName.BYTE), "bytes")
                        .addStatement("last = new $T(bytes)", record.buffer())
                        .build())
                .addMethod(MethodSpec.methodBuilder("size")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("How many elements there are by now.")
                        .returns(TypeName.INT)
                        .addStatement("return end / $L", record.size())
                        .build())
                .addMethod(MethodSpec.methodBuilder("add")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                "Adds an element that is zero throughout and gives it to be written. The same object is given each\n"
                                        + "time: it stands for the last element until there is another one, or the list is built.")
                        .returns(record.buffer())
                        .addStatement("$T added = last", record.buffer())
                        .beginControlFlow("if (end == added.bytes.length)")
                        .addStatement("added.bytes = $T.grow(added.bytes, $L)", fields.bytes(), 8 * record.size())
                        .endControlFlow()
                        .addStatement("added.start = end")
                        .addStatement("end += $L", record.size())
                        .addStatement("return added")
                        .build())
                .addMethod(adding(name)
                        .addJavadoc("Adds an element.")
                        .addParameter(record.record(), "element")
                        .addStatement("add().set(element)")
                        .addStatement("return this")
                        .build())
                .addMethod(adding(name)
                        .addJavadoc("Adds an element of another list.")
                        .addParameter(record.list(), "list")
                        .addParameter(TypeName.INT, "index")
                        .addStatement("add().set(list, index)")
                        .addStatement("return this")
                        .build())
                .addMethod(MethodSpec.methodBuilder("truncate")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("Drops all elements but the first {@code size}, if there are more.")
                        .addParameter(TypeName.INT, "size")
                        .beginControlFlow("if (size < size())")
                        .addStatement("$T.check(last.bytes, 0, size * $L)", fields.bytes(), record.size())
                        .addStatement(
                                "$1T.clear(last.bytes, size * $2L, end - size * $2L)", fields.bytes(), record.size())
                        .addStatement("end = size * $L", record.size())
                        .endControlFlow()
                        .build())
                .addMethod(MethodSpec.methodBuilder("build")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("The list. The builder starts again with none.")
                        .returns(record.list())
                        .addStatement("$1T list = new $1T(last.bytes, size())", record.list())
                        .addStatement("last.bytes = new byte[$L]", record.size())
                        .addStatement("last.start = 0")
                        .addStatement("end = 0")
                        .addStatement("return list")
                        .build())
                .build();
    }

    private static MethodSpec.Builder adding(ClassName builder) {
        return MethodSpec.methodBuilder("add").addModifiers(Modifier.PUBLIC).returns(builder);
    }
}
