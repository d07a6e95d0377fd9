package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Functions.Parameter;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The Java interface of a WIT interface on the host: what an instance's export is, and what an import has to be. */
final class HostInterface {

    private static final ClassName EXPORT_BINDER = ClassName.get(HostDialect.ABI, "ExportBinder");
    private static final ClassName IMPORT_BINDER = ClassName.get(HostDialect.ABI, "ImportBinder");

    private final Generator generator;

    HostInterface(Generator generator) {
        this.generator = generator;
    }

    TypeSpec type(Binding binding) {
        Symbols symbols = generator.model().symbols;
        ClassName name = symbols.role(binding.owner(), Role.INTERFACE);
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        ValueTypes.javadoc(binding.docs().orElse("The functions of {@code " + binding.name() + "}.")))
                .addField(FieldSpec.builder(String.class, "NAME", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The name that components import and export it by.")
                        .initializer("$S", binding.name())
                        .build());
        binding.functions()
                .forEach(function -> type.addMethod(generator
                        .functions()
                        .documented(function)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .build()));
        if (binding.exported()) {
            type.addMethod(bind(name, symbols.role(binding.owner(), Role.EXPORT)));
        }
        if (binding.imported()) {
            type.addMethod(provide(name, symbols.role(binding.owner(), Role.IMPORT)));
        }
        return type.build();
    }

    private static MethodSpec bind(ClassName type, ClassName export) {
        return MethodSpec.methodBuilder("bind")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addJavadoc(
                        "What an instance exports under that name: {@link #NAME}, or a plain name that a composition gave it.")
                .addParameter(EXPORT_BINDER, "instance")
                .addParameter(String.class, "name")
                .addStatement("return new $T(instance.bind(name, $T.class))", export, export.nestedClass("Core"))
                .build();
    }

    private static MethodSpec provide(ClassName type, ClassName imports) {
        return MethodSpec.methodBuilder("provide")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Answers imports of that name: {@link #NAME}, or a plain name that a composition gave it.")
                .addParameter(IMPORT_BINDER, "linker")
                .addParameter(String.class, "name")
                .addParameter(type, "implementation")
                .addStatement(
                        "linker.provide(name,$W$T.class,$Wnew $T(implementation))",
                        imports.nestedClass("Core"),
                        imports.nestedClass("Answering"))
                .build();
    }

    /** The names of a function's parameters where the names of fields must not be hidden. */
    static List<String> parameterNames(Functions.Function function, UniqueNames names) {
        return function.parameters().stream()
                .map(Parameter::name)
                .map(names::take)
                .toList();
    }
}
