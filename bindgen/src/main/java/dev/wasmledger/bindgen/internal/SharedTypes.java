package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.wasmledger.bindgen.Side;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The classes of the base package that stand for WIT's generic types. */
final class SharedTypes {

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

    /** What there is beside tuples. */
    enum Kind {
        ERROR_CONTEXT("ErrorContext"),
        FUTURE("Future"),
        RESULT("Result"),
        SINCE("Since"),
        STREAM("Stream"),
        UNIT("Unit");

        private final String className;

        Kind(String className) {
            this.className = className;
        }

        String className() {
            return className;
        }
    }

    private SharedTypes() {}

    static TypeSpec of(Kind kind, ClassName name, Side side) {
        return switch (kind) {
            case ERROR_CONTEXT ->
                side == Side.HOST
                        ? errorContext(name)
                        : end(name, "error context").build();
            case FUTURE ->
                end(name, "future").addTypeVariable(TypeVariableName.get("T")).build();
            case STREAM ->
                end(name, "stream").addTypeVariable(TypeVariableName.get("T")).build();
            case RESULT -> result(name);
            case SINCE -> since(name);
            case UNIT -> unit(name);
        };
    }

    private static TypeSpec errorContext(ClassName name) {
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A WIT error context.\n\n@param debugMessage for people, not for programs")
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "debugMessage")
                        .build())
                .build();
    }

    /** In a guest. */
    private static TypeSpec.Builder end(ClassName name, String what) {
        String type = what.equals("error context") ? "" : "@param <T> what comes through it\n";
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "$L",
                        "A WIT " + what + " that is passed on: what comes out of it is not to be had here.\n\n" + type
                                + "@param handle its index in the component's table")
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(TypeName.INT, "handle")
                        .build());
    }

    /** The names of the components of a tuple with that many elements. */
    static List<String> tupleComponents(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> size <= ORDINALS.size() ? ORDINALS.get(i) : "element" + i)
                .toList();
    }

    static TypeSpec tuple(ClassName name, int size) {
        List<TypeVariableName> variables = IntStream.range(0, size)
                .mapToObj(i -> TypeVariableName.get(size <= 8 ? String.valueOf((char) ('A' + i)) : "T" + i))
                .toList();
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        List<String> components = tupleComponents(size);
        for (int i = 0; i < size; i++) {
            constructor.addParameter(variables.get(i), components.get(i));
        }
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L", size == 1 ? "A WIT tuple of one element." : "A WIT tuple of " + size + " elements.")
                .addTypeVariables(variables)
                .recordConstructor(constructor.build())
                .build();
    }

    private static TypeSpec since(ClassName name) {
        return TypeSpec.annotationBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Documented.class)
                .addAnnotation(AnnotationSpec.builder(Retention.class)
                        .addMember("value", "$T.SOURCE", RetentionPolicy.class)
                        .build())
                .addJavadoc("The version of its package that an item of a WIT is stable since.")
                .addMethod(MethodSpec.methodBuilder("value")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addJavadoc("As the WIT has it, {@code 0.2.1} for instance.")
                        .returns(String.class)
                        .build())
                .build();
    }

    private static TypeSpec unit(ClassName name) {
        return TypeSpec.enumBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("What stands for a value where a WIT result has none.")
                .addEnumConstant("UNIT")
                .build();
    }

    private static TypeSpec result(ClassName name) {
        TypeVariableName ok = TypeVariableName.get("T");
        TypeVariableName err = TypeVariableName.get("E");
        TypeName result = ParameterizedTypeName.get(name, ok, err);
        return TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc("A WIT result as a value: how something went well, or how it failed.\n\n"
                        + "@param <T> what there is when it went well\n@param <E> what there is when it failed")
                .addTypeVariables(List.of(ok, err))
                .addTypes(new ArrayList<>(List.of(
                        resultCase(name.nestedClass("Ok"), "It went well.", ok, result),
                        resultCase(name.nestedClass("Err"), "It failed.", err, result))))
                .build();
    }

    private static TypeSpec resultCase(ClassName name, String doc, TypeVariableName value, TypeName result) {
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        "$L\n\n@param <T> what there is when it went well\n@param <E> what there is when it failed\n"
                                + "@param value what there is",
                        doc)
                .addTypeVariables(List.of(TypeVariableName.get("T"), TypeVariableName.get("E")))
                .addSuperinterface(result)
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(ParameterSpec.builder(value, "value").build())
                        .build())
                .build();
    }
}
