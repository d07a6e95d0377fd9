package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Bindings.Part;
import dev.wasmledger.bindgen.internal.Bindings.World;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import dev.wasmledger.wit.TypeOwner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * How a guest's core functions find the user's object: one class implements the Java interfaces of all exports. Where two
 * of those have a method that a class could not tell apart, it implements the world's interface instead, which asks for an
 * object for each.
 */
final class GuestImplementation {

    private final Model model;
    private final World world;
    private final List<String> accessors = new ArrayList<>();

    GuestImplementation(Model model, World world) {
        this.model = model;
        this.world = world;
        UniqueNames names = Symbols.worldMembers();
        for (Part part : world.exports()) {
            accessors.add(names.take(JavaNames.lowerCamel(part.simpleName())));
        }
    }

    /** The world's interface, if one class could not implement those of all exports. */
    Optional<TypeSpec> type() {
        if (!clashes()) {
            return Optional.empty();
        }
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("What a component of the world {@code $L} implements.", model.wit.worldName(world.id()));
        for (int i = 0; i < accessors.size(); i++) {
            type.addMethod(accessor(i)
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addJavadoc(
                            "What implements {@code $L}.",
                            world.exports().get(i).name())
                    .build());
        }
        return Optional.of(type.build());
    }

    /** The world's interface's methods, without modifiers. */
    List<MethodSpec.Builder> accessors() {
        return IntStream.range(0, accessors.size()).mapToObj(this::accessor).toList();
    }

    private MethodSpec.Builder accessor(int export) {
        return MethodSpec.methodBuilder(accessors.get(export))
                .returns(
                        model.symbols.role(world.exports().get(export).binding().home(), Role.INTERFACE));
    }

    ClassName name() {
        return model.symbols.role(new TypeOwner.OfWorld(world.id()), Role.WORLD);
    }

    /** The expression of the object that implements one of the exports. */
    CodeBlock object(ClassName holder, int export) {
        return clashes()
                ? CodeBlock.of("$T.get().$L()", holder, accessors.get(export))
                : CodeBlock.of("$T.get()", holder);
    }

    private boolean clashes() {
        Set<String> methods = new HashSet<>();
        return world.exports().stream()
                .flatMap(part -> part.binding().withoutReceiver().stream())
                .anyMatch(function -> !methods.add(erased(function)));
    }

    private String erased(Function function) {
        return function.method()
                + function.parameterTypes().stream()
                        .map(type -> erased(model.javaType(type)))
                        .toList();
    }

    private static TypeName erased(TypeName type) {
        return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
    }

    /** The class that holds the one instance of the user's implementation, made at the first call. */
    static TypeSpec holder(ClassName name, ClassName implementation) {
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
