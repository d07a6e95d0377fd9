package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import dev.wasmledger.wit.TypeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Resources on the host. What users see is a Java interface: they implement it where a component imports the resource,
 * and a class that wraps a handle implements it where a component exports it.
 */
final class HostResources {

    private static final ClassName GUEST_RESOURCE = ClassName.get("dev.wasmledger.runtime", "GuestResource");

    private final Model model;
    private final AbiClasses classes;
    private final Map<TypeId, Binding> exported;

    /**
     * @param exported the resources that components export, with the interfaces that they belong to
     */
    HostResources(Model model, AbiClasses classes, Map<TypeId, Binding> exported) {
        this.model = model;
        this.classes = classes;
        this.exported = exported;
    }

    /** The expression that lifts or lowers a handle: it calls a method beside the resource's interface. */
    CodeBlock call(Body body, Shape.Handle shape, boolean lift, CodeBlock value) {
        TypeId resource = model.wit.dealias(shape.resource());
        AbiClass home = classes.of(model.wit.get(resource).owner());
        String operation = (lift ? "lift" : "lower") + (shape.owned() ? "Own" : "Borrow");
        String method = home.method(
                List.of(operation, resource),
                operation + model.symbols.type(resource).simpleName(),
                true,
                builder -> lift ? lifting(builder, operation, resource) : lowering(builder, operation, resource));
        return CodeBlock.of(
                "$L($L, $S, $L)",
                body.atHome && home == body.home
                        ? CodeBlock.of("$L", method)
                        : CodeBlock.of("$T.$L", home.name, method),
                body.options(),
                model.wit.get(shape.resource()).name(),
                value);
    }

    private MethodSpec lifting(MethodSpec.Builder method, String operation, TypeId resource) {
        ClassName type = model.symbols.type(resource);
        method.addParameter(HostDialect.OPTIONS, "options")
                .addParameter(String.class, "resource")
                .addParameter(TypeName.INT, "handle")
                .returns(type);
        Optional<Binding> export = Optional.ofNullable(exported.get(resource));
        if (operation.equals("liftOwn") && export.isPresent()) {
            return method.addStatement(
                            "return options.liftOwn(resource, handle,$W$T.class, $T::new)", type, handleClass(resource))
                    .build();
        }
        return method.addStatement("return ($T) options.$L(resource, handle)", type, operation)
                .build();
    }

    private MethodSpec lowering(MethodSpec.Builder method, String operation, TypeId resource) {
        method.addParameter(HostDialect.OPTIONS, "options")
                .addParameter(String.class, "resource")
                .addParameter(model.symbols.type(resource), "value")
                .returns(TypeName.INT);
        CodeBlock object = exported.containsKey(resource)
                ? CodeBlock.of("value instanceof $T of ? of.resource() : value", handleClass(resource))
                : CodeBlock.of("value");
        return method.addStatement("return options.$L(resource, $L)", operation, object)
                .build();
    }

    /** The class that wraps a component's resource. */
    ClassName handleClass(TypeId resource) {
        return model.symbols.handles(model.symbols.home(model.wit.get(resource).owner()), resource, "Handle");
    }

    /** The class that implements the resource's Java interface with a handle. */
    TypeSpec handleType(Binding binding, TypeId resource, Functions functions) {
        ClassName name = handleClass(resource);
        ClassName interfaceName = model.symbols.role(binding.home(), Role.INTERFACE);
        ClassName export = model.symbols.role(binding.home(), Role.EXPORT);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "A {@code $L} that an instance made.",
                        model.wit.get(resource).name())
                .addSuperinterface(model.symbols.type(resource))
                .addField(GUEST_RESOURCE, "resource", Modifier.PRIVATE, Modifier.FINAL)
                .addField(export, "exports", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(GUEST_RESOURCE, "resource")
                        .addStatement("this.resource = resource")
                        .addStatement(
                                "this.exports =$Wresource.binding($T.class,$Winstance -> new $T(instance.bind($T.NAME,$W$T.class)))",
                                export,
                                export,
                                interfaceName,
                                export.nestedClass("Core"))
                        .build())
                .addMethod(MethodSpec.methodBuilder("resource")
                        .addJavadoc("What the runtime knows it as.")
                        .returns(GUEST_RESOURCE)
                        .addStatement("return resource")
                        .build());
        for (Function function : binding.methodsOf(resource)) {
            type.addMethod(functions.delegating(function, function.field("exports")));
        }
        return type.addMethod(MethodSpec.methodBuilder("close")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("resource.close()")
                        .build())
                .build();
    }
}
