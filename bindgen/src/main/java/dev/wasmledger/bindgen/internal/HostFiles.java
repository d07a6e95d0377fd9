package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import dev.wasmledger.wit.TypeId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The classes that host bindings have beside the types. */
final class HostFiles {

    private final Model model;
    private final Functions functions;
    private final Bindings bindings;
    private final HostResources resources;
    private final Generator generator;

    HostFiles(Model model, Functions functions, AbiClasses classes, Bindings bindings) {
        this.model = model;
        this.functions = functions;
        this.bindings = bindings;
        Map<TypeId, Binding> exported = new HashMap<>();
        bindings.all().stream()
                .filter(Binding::exported)
                .forEach(binding -> binding.resources().forEach(id -> exported.put(id, binding)));
        this.resources = new HostResources(model, classes, exported);
        this.generator = Generator.of(model, classes, functions, new HostDialect(resources));
    }

    void addTo(BiConsumer<ClassName, TypeSpec> files) {
        TypeTexts texts = new TypeTexts(model, generator.classes());
        HostInterface interfaces = new HostInterface(generator);
        HostExport exports = new HostExport(generator, texts);
        HostImport imports = new HostImport(generator, texts);
        for (Binding binding : bindings.all()) {
            files.accept(model.symbols.role(binding.home(), Role.INTERFACE), interfaces.type(binding));
            if (binding.exported()) {
                files.accept(model.symbols.role(binding.home(), Role.EXPORT), exports.type(binding));
                for (TypeId resource : binding.resources()) {
                    files.accept(
                            resources.handleClass(resource),
                            model.companion(resource, resources.handleType(binding, resource, functions)));
                }
            }
            if (binding.imported() && !binding.runnable().isEmpty()) {
                files.accept(model.symbols.role(binding.home(), Role.IMPORT), imports.type(binding));
            }
        }
        HostWorld worlds = new HostWorld(model, functions);
        bindings.worlds().forEach(world -> files.accept(worlds.name(world), worlds.type(world)));
        new RecordViews(generator).addTo(files);
    }
}
