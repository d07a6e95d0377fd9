package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run: finds what a request's worlds need and writes a file for each class. */
public final class Generation {

    private final BindgenRequest request;
    private final String header;
    private final Model model;
    private final Functions functions;
    private final Bindings bindings;
    private final Map<ClassName, TypeSpec> types = new LinkedHashMap<>();
    private final Map<String, GeneratedFile> files = new TreeMap<>();
    private final Map<String, String> packages = new TreeMap<>();

    /** Throws {@link DiagnosticException} where something fits no component. */
    public Generation(BindgenRequest request) {
        Fit.check(request.wit(), request.worlds(), request.side());
        this.request = request;
        this.header = Header.of(request.wit());
        Symbols symbols = new Symbols(request.wit(), request.basePackage());
        this.model = new Model(request.wit(), symbols, request.side());
        this.functions = new Functions(model, request.side(), request.returnResults());
        this.bindings = new Bindings(model, functions, request.side(), request.worlds());
    }

    /** All files, by path; throws {@link DiagnosticException} where something does not fit Java. */
    public List<GeneratedFile> files() {
        Deprecations deprecations = addTypes();
        types.forEach((name, type) -> addFile(name, type, deprecations));
        packages.forEach(this::addPackageInfo);
        return List.copyOf(files.values());
    }

    /** Makes all classes, and finds out which of them are deprecated. */
    Deprecations addTypes() {
        List<Diagnostic> diagnostics = JavaFit.check(model, bindings.owners());
        if (!diagnostics.isEmpty()) {
            throw new DiagnosticException(diagnostics);
        }
        ValueTypes values = new ValueTypes(model);
        for (TypeOwner owner : bindings.owners()) {
            Symbols.ownTypes(model.wit, owner).stream()
                    .filter(id -> !(model.wit.get(id).kind() instanceof TypeDefKind.ResourceKind))
                    .forEach(id -> add(model.symbols.type(id), values.type(id)));
        }
        ResourceInterfaces resources = new ResourceInterfaces(model, functions);
        for (Binding binding : bindings.all()) {
            packages.put(
                    model.symbols.packageOf(binding.home()),
                    binding.isOfWorld() ? describe(binding.owner()) : binding.name());
            binding.resources().forEach(id -> add(model.symbols.type(id), resources.type(binding, id)));
        }
        functions.exceptions().forEach((name, error) -> add(name, exception(name, error)));
        AbiClasses classes = new AbiClasses(model);
        switch (request.side()) {
            case HOST -> new HostFiles(model, functions, classes, bindings).addTo(this::add);
            case GUEST ->
                new GuestFiles(model, functions, classes, bindings, request.implementation()).addTo(this::add);
        }
        classes.all().forEach(abi -> abi.build().ifPresent(type -> add(abi.name, type)));
        addShared();
        return Deprecations.among(types);
    }

    private TypeSpec exception(ClassName name, Optional<Type> error) {
        TypeSpec exception = ValueTypes.exception(name, error.map(model::javaType));
        return error.orElse(null) instanceof Type.Named(TypeId id) ? model.companion(id, exception) : exception;
    }

    private String describe(TypeOwner owner) {
        return switch (owner) {
            case TypeOwner.OfInterface(InterfaceId id) ->
                throw new IllegalStateException("an interface has a name: " + id);
            case TypeOwner.OfWorld(WorldId id) -> model.wit.worldName(id);
        };
    }

    private void addShared() {
        for (int size : model.tupleSizes()) {
            ClassName name = model.symbols.shared("Tuple" + size);
            add(name, SharedTypes.tuple(name, size));
        }
        for (SharedTypes.Kind kind : model.shared()) {
            ClassName name = model.symbols.shared(kind.className());
            add(name, SharedTypes.of(kind, name, request.side()));
        }
    }

    private void add(ClassName name, TypeSpec type) {
        packages.putIfAbsent(name.packageName(), "");
        TypeSpec other = types.put(name, type);
        if (other != null && !other.equals(type)) {
            throw new IllegalStateException("two classes are called " + name);
        }
    }

    private void addFile(ClassName name, TypeSpec type, Deprecations deprecations) {
        JavaFile file = JavaFile.builder(name.packageName(), type)
                .addFileComment("$L", header)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        addText(name.packageName(), name.simpleName(), deprecations.quiet(type, SourceText.tidy(file.toString())));
    }

    private void addPackageInfo(String packageName, String witName) {
        String about = witName.isEmpty()
                ? "Java bindings of " + root(model.wit) + "."
                : "Java bindings of {@code " + witName + "}.";
        addText(
                packageName,
                "package-info",
                SourceText.tidy("// " + header + "\n/** " + about + " */\n@NullMarked\npackage " + packageName
                        + ";\n\nimport org.jspecify.annotations.NullMarked;\n"));
    }

    private void addText(String packageName, String className, String text) {
        String path = packageName.replace('.', '/') + "/" + className + ".java";
        files.put(path, new GeneratedFile(path, text));
    }

    private static String root(ResolvedWit wit) {
        return wit.get(wit.root()).name().toString();
    }
}
