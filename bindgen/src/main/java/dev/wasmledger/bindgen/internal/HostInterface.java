package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Functions.Parameter;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import dev.wasmledger.wit.TypeId;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The Java interface of a WIT interface on the host: what an instance's export is, and what an import has to be. */
final class HostInterface {

    private static final ClassName EXPORT_BINDER = Library.HOST.type("ExportBinder");
    private static final ClassName IMPORT_BINDER = Library.HOST.type("ImportBinder");

    private final Generator generator;

    HostInterface(Generator generator) {
        this.generator = generator;
    }

    TypeSpec type(Binding binding) {
        Symbols symbols = generator.model().symbols;
        ClassName name = symbols.role(binding.home(), Role.INTERFACE);
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(binding.docs().annotations(generator.model()))
                .addJavadoc(
                        ValueTypes.javadoc(binding.docs().orElse("The functions of {@code " + binding.name() + "}.")))
                .addField(FieldSpec.builder(String.class, "NAME", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc(
                                "$L",
                                binding.isOfWorld()
                                        ? "These functions belong to a component itself, to no interface of it."
                                        : "The name that components import and export it by.")
                        .initializer("$S", binding.name())
                        .build());
        binding.withoutReceiver()
                .forEach(function -> type.addMethod(generator
                        .functions()
                        .documented(function)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .build()));
        if (binding.exported()) {
            type.addMethod(bind(name, symbols.role(binding.home(), Role.EXPORT)));
        }
        if (binding.imported()) {
            type.addMethod(provide(name, binding));
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

    private MethodSpec provide(ClassName type, Binding binding) {
        Symbols symbols = generator.model().symbols;
        MethodSpec.Builder method = MethodSpec.methodBuilder("provide")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Answers imports of that name: {@link #NAME}, or a plain name that a composition gave it.")
                .addParameter(IMPORT_BINDER, "linker")
                .addParameter(String.class, "name")
                .addParameter(type, "implementation");
        for (TypeId resource : binding.resources()) {
            ClassName resourceType = symbols.type(resource);
            method.addStatement(
                    "linker.provideResource(name,$W$S,$W$T.class,$W$T::close)",
                    generator.model().wit.get(resource).name(),
                    resourceType,
                    resourceType);
        }
        if (!binding.runnable().isEmpty()) {
            ClassName imports = symbols.role(binding.home(), Role.IMPORT);
            method.addStatement(
                    "linker.provide(name,$W$T.class,$Wnew $T(implementation))",
                    imports.nestedClass("Core"),
                    imports.nestedClass("Answering"));
        }
        return method.build();
    }

    /** A function's parameters where the names of fields must not be hidden. */
    static List<Parameter> parameters(Functions.Function function, UniqueNames names) {
        return function.parameters().stream()
                .map(parameter -> new Parameter(names.take(parameter.name()), parameter.type()))
                .toList();
    }
}
