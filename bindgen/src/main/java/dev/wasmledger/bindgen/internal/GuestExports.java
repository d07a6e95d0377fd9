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
                        generator.model().symbols.role(binding.owner(), Role.INTERFACE))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        ValueTypes.javadoc(binding.docs().orElse("The functions of {@code " + binding.name() + "}.")));
        binding.functions()
                .forEach(function -> type.addMethod(generator
                        .functions()
                        .documented(function)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .build()));
        return type.build();
    }

    /** The core functions. */
    TypeSpec core(Binding binding, ClassName implementation) {
        TypeSpec.Builder type = TypeSpec.classBuilder(generator.model().symbols.role(binding.owner(), Role.EXPORTS))
                .addModifiers(Modifier.FINAL)
                .addJavadoc("The core functions of the export {@code $L}.", binding.name())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        UniqueNames names = UniqueNames.ofMembers()
                .reserve(binding.functions().stream().map(Function::method).toList());
        for (Function function : binding.functions()) {
            CoreSignature signature = CoreSignature.of(generator.model(), function);
            type.addMethod(coreFunction(binding, function, signature, implementation));
            if (signature.inMemory()) {
                type.addMethod(
                        postReturn(binding, function, names.take(JavaNames.stripLowLines(function.method()) + "Post")));
            }
        }
        return type.build();
    }

    private MethodSpec coreFunction(
            Binding binding, Function function, CoreSignature signature, ClassName implementation) {
        UniqueNames names = UniqueNames.ofMembers()
                .reserve(signature.loweredParameters().stream()
                        .map(ParameterSpec::name)
                        .toList());
        Body body = new Body(generator.classes().of(binding.owner()), false, names, Optional.empty());
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
        new Answer(generator, signature, body).write(function, CodeBlock.of("$T.get()", implementation));
        if (signature.inMemory()) {
            List<ParameterSpec> lowered = signature.loweredParameters();
            body.code.addStatement("return $L", lowered.get(lowered.size() - 1).name());
        }
        return export(coreName(binding, function), function.method())
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

    private static MethodSpec.Builder export(String coreName, String method) {
        return MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.STATIC)
                .addAnnotation(AnnotationSpec.builder(EXPORT)
                        .addMember("name", "$S", coreName)
                        .build());
    }

    private static String coreName(Binding binding, Function function) {
        return binding.name() + "#" + function.wit().name();
    }

    /** The class that holds the one instance of the user's implementation, made at the first call. */
    static TypeSpec implementation(ClassName name, ClassName implementation) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Holds the one object that implements the exports, made when the first of them is called.")
                .addField(
                        implementation.annotated(
                                AnnotationSpec.builder(ClassName.get("org.jspecify.annotations", "Nullable"))
                                        .build()),
                        "instance",
                        Modifier.PRIVATE,
                        Modifier.STATIC)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("get")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(implementation)
                        .beginControlFlow("if (instance == null)")
                        .addStatement("instance = new $T()", implementation)
                        .endControlFlow()
                        .addStatement("return instance")
                        .build())
                .build();
    }
}
