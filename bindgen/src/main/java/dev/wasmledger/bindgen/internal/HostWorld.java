package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Bindings.Part;
import dev.wasmledger.bindgen.internal.Bindings.World;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Functions.Parameter;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class of a world on the host: takes what a component imports, makes an instance, and has what it exports. */
final class HostWorld {

    private static final String RUNTIME = "dev.wasmledger.runtime";
    private static final ClassName COMPONENT = ClassName.get(RUNTIME, "Component");
    private static final ClassName INSTANCE = ClassName.get(RUNTIME, "Instance");
    private static final ClassName LINKER = ClassName.get(RUNTIME, "Linker");

    /** A part of the world by the name of a field, and of the method that gives it. */
    private record Member(String name, Part part) {

        TypeName type(Symbols symbols) {
            return symbols.role(part.binding().home(), Role.INTERFACE);
        }
    }

    private final Model model;
    private final Functions functions;

    HostWorld(Model model, Functions functions) {
        this.model = model;
        this.functions = functions;
    }

    ClassName name(World world) {
        return model.symbols.role(new TypeOwner.OfWorld(world.id()), Role.WORLD);
    }

    TypeSpec type(World world) {
        ClassName name = name(world);
        WitWorld definition = model.wit.get(world.id());
        Docs docs = Docs.of(definition.docs(), definition.stability());
        UniqueNames names = Symbols.worldMembers();
        List<Function> own = world.exports().stream()
                .filter(part -> part.binding().isOfWorld())
                .flatMap(part -> part.binding().withoutReceiver().stream())
                .toList();
        List<String> ownNames =
                own.stream().map(function -> names.take(function.method())).toList();
        List<Member> exports = members(world.exports(), names);
        List<Member> imports = members(world.imports(), Symbols.worldMembers());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(AutoCloseable.class)
                .addAnnotations(docs.annotations(model))
                .addJavadoc(ValueTypes.javadoc(
                        docs.orElse("An instance of the world {@code " + model.wit.worldName(world.id()) + "}.")))
                .addField(INSTANCE, "instance", Modifier.PRIVATE, Modifier.FINAL);
        exports.forEach(
                export -> type.addField(export.type(model.symbols), export.name(), Modifier.PRIVATE, Modifier.FINAL));
        type.addMethod(constructor(exports));
        Optional<ClassName> importsName = imports.isEmpty()
                ? Optional.empty()
                : Optional.of(name.nestedClass(UniqueNames.ofClasses()
                        .reserve(List.of(name.simpleName()))
                        .take("Imports")));
        type.addMethod(instantiate(name, importsName)).addMethod(instantiateWith(name, importsName, imports));
        for (int i = 0; i < own.size(); i++) {
            type.addMethod(delegating(own.get(i), ownNames.get(i), exports));
        }
        exports.stream()
                .filter(export -> !export.part().binding().isOfWorld())
                .forEach(export -> type.addMethod(accessor(export)));
        type.addMethod(MethodSpec.methodBuilder("close")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Ends the instance: what it exports cannot be called any more.")
                .addStatement("instance.close()")
                .build());
        importsName.ifPresent(record -> type.addType(importsType(record, imports)));
        return type.build();
    }

    private static List<Member> members(List<Part> parts, UniqueNames names) {
        List<Member> members = new ArrayList<>();
        for (Part part : parts) {
            members.add(new Member(names.take(JavaNames.lowerCamel(part.simpleName())), part));
        }
        return members;
    }

    private MethodSpec constructor(List<Member> exports) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(INSTANCE, "instance")
                .addStatement("this.instance = instance");
        for (Member export : exports) {
            constructor.addStatement(
                    "this.$L = $T.bind(instance,$W$L)", export.name(), export.type(model.symbols), nameOf(export));
        }
        return constructor.build();
    }

    /** The expression of the name that a part is bound or provided by. */
    private CodeBlock nameOf(Member member) {
        return member.part().name().equals(member.part().binding().name())
                ? CodeBlock.of("$T.NAME", member.type(model.symbols))
                : CodeBlock.of("$S", member.part().name());
    }

    private static MethodSpec instantiate(ClassName name, Optional<ClassName> imports) {
        MethodSpec.Builder method = instantiateHeader(name).addParameter(COMPONENT, "component");
        imports.ifPresent(type -> method.addParameter(type, "imports"));
        return method.addJavadoc("Makes an instance with the usual limits.")
                .addStatement("return instantiate(component, new $T()$L)", LINKER, imports.isEmpty() ? "" : ", imports")
                .build();
    }

    private MethodSpec instantiateWith(ClassName name, Optional<ClassName> imports, List<Member> members) {
        MethodSpec.Builder method = instantiateHeader(name)
                .addParameter(COMPONENT, "component")
                .addParameter(LINKER, "linker")
                .addJavadoc("Makes an instance with the limits of a linker, and with what that provides already.");
        imports.ifPresent(type -> method.addParameter(type, "imports"));
        for (Member member : members) {
            method.addStatement(
                    "$T.provide(linker,$W$L,$Wimports.$L())",
                    member.type(model.symbols),
                    nameOf(member),
                    member.name());
        }
        return method.addStatement("return new $T(linker.instantiate(component))", name)
                .build();
    }

    private static MethodSpec.Builder instantiateHeader(ClassName name) {
        return MethodSpec.methodBuilder("instantiate")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name);
    }

    private MethodSpec delegating(Function function, String name, List<Member> exports) {
        String field = exports.stream()
                .filter(export -> export.part().binding().isOfWorld())
                .map(Member::name)
                .findFirst()
                .orElseThrow();
        CodeBlock call = CodeBlock.of(
                "$L.$L($L)",
                function.field(field),
                function.method(),
                function.given().stream()
                        .map(Parameter::name)
                        .map(parameter -> CodeBlock.of("$L", parameter))
                        .collect(CodeBlock.joining(",$W")));
        MethodSpec.Builder method = functions.documented(function, name).addModifiers(Modifier.PUBLIC);
        return method.build().returnType().equals(TypeName.VOID)
                ? method.addStatement(call).build()
                : method.addStatement("return $L", call).build();
    }

    private MethodSpec accessor(Member export) {
        return MethodSpec.methodBuilder(export.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(export.type(model.symbols))
                .addJavadoc(
                        "What the instance exports as {@code $L}.",
                        export.part().name())
                .addStatement("return $L", export.name())
                .build();
    }

    private TypeSpec importsType(ClassName name, List<Member> imports) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        Docs docs = Docs.of(Optional.of("What an instance imports."));
        for (Member member : imports) {
            constructor.addParameter(member.type(model.symbols), member.name());
            String what = member.part().binding().isOfWorld()
                    ? "the functions that belong to no interface"
                    : "what stands for {@code " + member.part().name() + "}";
            docs.tag("@param " + member.name(), Optional.empty(), Optional.of(what));
        }
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(ValueTypes.javadoc(docs))
                .recordConstructor(constructor.build())
                .build();
    }
}
