package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.Side;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run: finds what a request's worlds need and writes a file for each class. */
public final class Generation {

    private final BindgenRequest request;
    private final Generator generator;
    private final Bindings bindings;
    private final Map<String, GeneratedFile> files = new TreeMap<>();
    private final Map<String, String> packages = new TreeMap<>();

    public Generation(BindgenRequest request) {
        this.request = request;
        Symbols symbols = new Symbols(request.wit(), request.basePackage());
        Dialect dialect = request.side() == Side.HOST ? new HostDialect() : new GuestDialect();
        this.generator = Generator.of(new Model(request.wit(), symbols), dialect);
        this.bindings = new Bindings(request.wit(), generator.functions(), request.worlds());
    }

    /** All files, by path; throws {@link DiagnosticException} where something has no bindings. */
    public List<GeneratedFile> files() {
        List<Diagnostic> diagnostics = Support.check(request.wit(), request.worlds(), bindings.owners());
        if (!diagnostics.isEmpty()) {
            throw new DiagnosticException(diagnostics);
        }
        for (TypeOwner owner : bindings.owners()) {
            ValueTypes values = new ValueTypes(generator.model());
            Symbols.ownTypes(request.wit(), owner)
                    .forEach(id -> add(generator.model().symbols.type(id), values.type(id)));
        }
        for (Binding binding : bindings.all()) {
            if (!binding.functions().isEmpty()) {
                addBinding(binding);
            }
        }
        addExceptions();
        generator.classes().all().forEach(abi -> abi.build().ifPresent(type -> add(abi.name, type)));
        addShared();
        packages.forEach(this::addPackageInfo);
        return List.copyOf(files.values());
    }

    private void addBinding(Binding binding) {
        Symbols symbols = generator.model().symbols;
        packages.put(symbols.packageOf(binding.owner()), binding.name());
        switch (request.side()) {
            case HOST -> addHost(binding, symbols);
            case GUEST -> addGuest(binding, symbols);
        }
    }

    private void addHost(Binding binding, Symbols symbols) {
        TypeTexts texts = new TypeTexts(generator.model(), generator.classes());
        add(symbols.role(binding.owner(), Symbols.Role.INTERFACE), new HostInterface(generator).type(binding));
        if (binding.exported()) {
            add(symbols.role(binding.owner(), Symbols.Role.EXPORT), new HostExport(generator, texts).type(binding));
        }
        if (binding.imported()) {
            add(symbols.role(binding.owner(), Symbols.Role.IMPORT), new HostImport(generator, texts).type(binding));
        }
    }

    private void addGuest(Binding binding, Symbols symbols) {
        GuestExports exports = new GuestExports(generator);
        ClassName interfaceName = symbols.role(binding.owner(), Symbols.Role.INTERFACE);
        if (binding.exported()) {
            add(interfaceName, exports.type(binding));
            request.implementation().ifPresent(implementation -> {
                ClassName holder = symbols.shared("Implementation");
                add(holder, GuestExports.implementation(holder, ClassName.bestGuess(implementation)));
                add(symbols.role(binding.owner(), Symbols.Role.EXPORTS), exports.core(binding, holder));
            });
        }
        if (binding.imported()) {
            TypeSpec imports = new GuestImports(generator).type(binding);
            add(ClassName.get(interfaceName.packageName(), imports.name()), imports);
        }
    }

    private void addExceptions() {
        for (Map.Entry<ClassName, Optional<Type>> entry :
                generator.functions().exceptions().entrySet()) {
            add(
                    entry.getKey(),
                    ValueTypes.exception(entry.getKey(), entry.getValue().map(generator.model()::javaType)));
        }
    }

    private void addShared() {
        Model model = generator.model();
        for (int size : model.tupleSizes()) {
            ClassName name = model.symbols.shared("Tuple" + size);
            add(name, SharedTypes.tuple(name, size));
        }
        if (model.resultUsed()) {
            ClassName name = model.symbols.shared("Result");
            add(name, SharedTypes.result(name));
        }
        if (model.unitUsed()) {
            ClassName name = model.symbols.shared("Unit");
            add(name, SharedTypes.unit(name));
        }
    }

    private void add(ClassName name, TypeSpec type) {
        packages.putIfAbsent(name.packageName(), "");
        JavaFile file = JavaFile.builder(name.packageName(), type)
                .addFileComment("$L", comment())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        addText(name.packageName(), name.simpleName(), SourceText.tidy(file.toString()));
    }

    private void addPackageInfo(String packageName, String witName) {
        String about =
                witName.isEmpty() ? "Java bindings of " + root() + "." : "Java bindings of {@code " + witName + "}.";
        addText(
                packageName,
                "package-info",
                "// " + comment() + "\n/** " + about + " */\n@NullMarked\npackage " + packageName
                        + ";\n\nimport org.jspecify.annotations.NullMarked;\n");
    }

    private void addText(String packageName, String className, String text) {
        String path = packageName.replace('.', '/') + "/" + className + ".java";
        files.put(path, new GeneratedFile(path, text));
    }

    private String comment() {
        return "Generated by WasmLedger from " + root() + ". Changes will be lost.";
    }

    private String root() {
        return request.wit().get(request.wit().root()).name().toString();
    }
}
