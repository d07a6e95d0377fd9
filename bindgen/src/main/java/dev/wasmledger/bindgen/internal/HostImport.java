package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class that answers what an instance imports: it lifts arguments, calls the user's object and lowers the result. */
final class HostImport {

    private final Generator generator;
    private final TypeTexts texts;

    HostImport(Generator generator, TypeTexts texts) {
        this.generator = generator;
        this.texts = texts;
    }

    TypeSpec type(Binding binding) {
        Symbols symbols = generator.model().symbols;
        ClassName name = symbols.role(binding.home(), Role.IMPORT);
        ClassName core = name.nestedClass("Core");
        ClassName implementation = symbols.role(binding.home(), Role.INTERFACE);
        TypeSpec.Builder coreType = TypeSpec.interfaceBuilder(core)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The core functions of the import.");
        TypeSpec.Builder answering = TypeSpec.classBuilder(name.nestedClass("Answering"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Answers with what an implementation says.")
                .addSuperinterface(core)
                .addField(implementation, "implementation", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(implementation, "implementation")
                        .addStatement("this.implementation = implementation")
                        .build());
        for (Function function : binding.runnable()) {
            CoreSignature signature = CoreSignature.of(generator.model(), function);
            coreType.addMethod(coreMethod(function, signature)
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addAnnotation(HostExport.coreFunctionAnnotation(texts, function))
                    .build());
            answering.addMethod(answer(binding, function, signature));
        }
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addAnnotations(binding.docs().deprecation())
                .addJavadoc(
                        "$L\n\n<p>Who wants to answer a function without an object for each record extends {@code Answering}"
                                + " and gives that to the linker's {@code provide}.\n",
                        about(binding))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addType(coreType.build())
                .addType(answering.build())
                .build();
    }

    private static String about(Binding binding) {
        return binding.isOfWorld()
                ? "The functions that an instance imports by themselves."
                : "{@code " + binding.name() + "} as an instance imports it.";
    }

    private static MethodSpec.Builder coreMethod(Function function, CoreSignature signature) {
        UniqueNames names = UniqueNames.ofMembers()
                .reserve(signature.loweredParameters().stream()
                        .map(ParameterSpec::name)
                        .toList());
        return MethodSpec.methodBuilder(function.method())
                .addParameter(HostDialect.OPTIONS, names.take("options"))
                .addParameters(signature.loweredParameters())
                .returns(signature.loweredResult());
    }

    private MethodSpec answer(Binding binding, Function function, CoreSignature signature) {
        MethodSpec.Builder method = coreMethod(function, signature);
        MethodSpec header = method.build();
        UniqueNames names = UniqueNames.ofMembers()
                .reserve(header.parameters().stream().map(ParameterSpec::name).toList())
                .reserve(List.of("implementation"));
        Body body = new Body(
                generator.classes().of(binding),
                false,
                View.HOST,
                names,
                Optional.of(header.parameters().get(0).name()));
        String field = header.parameters().stream().anyMatch(p -> p.name().equals("implementation"))
                ? "this.implementation"
                : "implementation";
        new Answer(generator, signature, body).write(function, CodeBlock.of("$L", field));
        return method.addModifiers(Modifier.PUBLIC)
                .addAnnotations(function.deprecation())
                .addAnnotation(Override.class)
                .addCode(generator.dialect().finish(body))
                .build();
    }
}
