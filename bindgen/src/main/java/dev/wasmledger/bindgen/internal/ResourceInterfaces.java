package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeId;
import javax.lang.model.element.Modifier;

/** The Java interfaces of resources: the same ones for hosts and guests, whoever implements them. */
final class ResourceInterfaces {

    private final Model model;
    private final Functions functions;

    ResourceInterfaces(Model model, Functions functions) {
        this.model = model;
        this.functions = functions;
    }

    /** The interface: its methods are the resource's; constructors and static functions are the interface's own. */
    TypeSpec type(Binding binding, TypeId resource) {
        TypeDef definition = model.wit.get(resource);
        Docs docs = Docs.of(definition.docs(), definition.stability());
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(model.symbols.type(resource))
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(AutoCloseable.class)
                .addAnnotations(docs.annotations(model))
                .addJavadoc(ValueTypes.javadoc(docs.orElse("The resource {@code " + definition.name() + "}.")));
        binding.methodsOf(resource)
                .forEach(function -> type.addMethod(functions
                        .documented(function)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .build()));
        return type.addMethod(MethodSpec.methodBuilder("close")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addAnnotation(Override.class)
                        .addJavadoc("Its owner needs it no more.")
                        .build())
                .build();
    }
}
