package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** In a guest, the Java interface that an export needs an implementation of, and the core functions that call it. */
final class GuestExports {

    private static final ClassName EXPORT = ClassName.get("org.teavm.interop", "Export");

    private final Generator generator;

    GuestExports(Generator generator) {
        this.generator = generator;
    }

    /** The interface to implement. */
    TypeSpec type(Binding binding) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(
                        generator.model().symbols.role(binding.home(), Role.INTERFACE))
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(binding.docs().annotations(generator.model()))
                .addJavadoc(
                        ValueTypes.javadoc(binding.docs().orElse("The functions of {@code " + binding.name() + "}.")));
        binding.withoutReceiver()
                .forEach(function -> type.addMethod(generator
                        .functions()
                        .documented(function)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .build()));
        return type.build();
    }

    /**
     * The core functions.
     *
     * @param implementation the expression of the object that implements the interface
     */
    TypeSpec core(Binding binding, View view, CodeBlock implementation) {
        String about = binding.isOfWorld()
                ? "The core functions that the world exports itself."
                : "The core functions of the export {@code " + binding.name() + "}.";
        TypeSpec.Builder type = TypeSpec.classBuilder(generator.model().symbols.role(binding.home(), Role.CORE))
                .addModifiers(Modifier.FINAL)
                .addJavadoc("$L", about)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        UniqueNames names = UniqueNames.ofMembers()
                .reserve(binding.functions().stream().map(Function::method).toList());
        for (Function function : binding.functions()) {
            CoreSignature signature = CoreSignature.of(generator.model(), function);
            type.addMethod(coreFunction(binding, view, function, signature, implementation));
            if (signature.inMemory()) {
                type.addMethod(
                        postReturn(binding, function, names.take(JavaNames.stripLowLines(function.method()) + "Post")));
            }
        }
        return type.build();
    }

    private MethodSpec coreFunction(
            Binding binding, View view, Function function, CoreSignature signature, CodeBlock implementation) {
        UniqueNames names = UniqueNames.ofMembers()
                .reserve(signature.loweredParameters().stream()
                        .map(ParameterSpec::name)
                        .toList());
        Body body = new Body(generator.classes().of(binding), false, view, names, Optional.empty());
        if (signature.inMemory()) {
            List<ParameterSpec> lowered = signature.loweredParameters();
            var result = function.wit().result().orElseThrow();
            body.code.addStatement(
                    "int $L = $L",
                    lowered.get(lowered.size() - 1).name(),
                    generator
                            .dialect()
                            .allocate(
                                    body,
                                    CodeBlock.of("1"),
                                    generator.model().size(result),
                                    generator.model().alignment(result)));
        }
        new Answer(generator, signature, body).write(function, implementation);
        if (signature.inMemory()) {
            List<ParameterSpec> lowered = signature.loweredParameters();
            body.code.addStatement("return $L", lowered.get(lowered.size() - 1).name());
        }
        return export(coreName(binding, function), function.method())
                .addAnnotations(function.deprecation())
                .addParameters(signature.parameters())
                .returns(signature.liftedResult())
                .addCode(generator.dialect().finish(body))
                .build();
    }

    private static MethodSpec postReturn(Binding binding, Function function, String name) {
        return export("cabi_post_" + coreName(binding, function), name)
                .addParameter(TypeName.INT, "returnArea")
                .addStatement("$T.clear()", GuestDialect.ARENA)
                .build();
    }

    /** A core function of that name. */
    static MethodSpec.Builder export(String coreName, String method) {
        return MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.STATIC)
                .addAnnotation(AnnotationSpec.builder(EXPORT)
                        .addMember("name", "$S", coreName)
                        .build());
    }

    private static String coreName(Binding binding, Function function) {
        return binding.isOfWorld()
                ? function.wit().name()
                : binding.name() + "#" + function.wit().name();
    }
}
