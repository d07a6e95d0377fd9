package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.internal.Bindings.Part;
import dev.wasmledger.bindgen.internal.Bindings.World;
import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that a user starts to implement a world's exports from: it compiles, and does nothing yet. */
public final class GuestStub {

    private final BindgenRequest request;
    private final Model model;
    private final Functions functions;
    private final Bindings bindings;
    private final Deprecations deprecations;

    public GuestStub(BindgenRequest request) {
        this.request = request;
        this.model = new Model(request.wit(), new Symbols(request.wit(), request.basePackage()), request.side());
        this.functions = new Functions(model, request.side(), request.returnResults());
        this.bindings = new Bindings(model, functions, request.side(), request.worlds());
        this.deprecations = new Generation(request).addTypes();
    }

    /** One file for a world that exports something. */
    public List<GeneratedFile> files() {
        return bindings.worlds().stream()
                .filter(world -> !world.exports().isEmpty())
                .flatMap(world -> request.implementation().stream()
                        .map(ClassName::bestGuess)
                        .map(name -> file(name, world)))
                .toList();
    }

    private GeneratedFile file(ClassName name, World world) {
        TypeSpec type = type(name, world);
        String text = JavaFile.builder(name.packageName(), type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        return new GeneratedFile(
                name.packageName().replace('.', '/') + "/" + name.simpleName() + ".java",
                deprecations.quiet(type, SourceText.tidy(text)));
    }

    private TypeSpec type(ClassName name, World world) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Implements {@code $L}.", model.wit.worldName(world.id()));
        GuestImplementation implementation = new GuestImplementation(model, world);
        if (implementation.type().isPresent()) {
            type.addSuperinterface(implementation.name());
            implementation.accessors().forEach(method -> type.addMethod(notYet(method)));
            return type.build();
        }
        for (Part part : world.exports()) {
            type.addSuperinterface(model.symbols.role(part.binding().home(), Role.INTERFACE));
            for (Function function : part.binding().withoutReceiver()) {
                type.addMethod(notYet(functions
                        .signature(function, function.method(), function.parameters())
                        .addAnnotations(function.deprecation())));
            }
        }
        return type.build();
    }

    private static MethodSpec notYet(MethodSpec.Builder method) {
        String name = method.build().name();
        return method.addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addStatement("throw new $T($S)", UnsupportedOperationException.class, name + " is not written yet")
                .build();
    }
}
