package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.internal.Bindings.Part;
import dev.wasmledger.bindgen.internal.Bindings.World;
import dev.wasmledger.bindgen.internal.Symbols.Role;
import dev.wasmledger.bindgen.internal.View.Handles;
import dev.wasmledger.wit.TypeId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The classes that guest bindings have beside the types. */
final class GuestFiles {

    private final Model model;
    private final Functions functions;
    private final Bindings bindings;
    private final Generator generator;
    private final Optional<String> implementation;

    /**
     * @param implementation the full name of the user's class, where there is to be code that calls it
     */
    GuestFiles(
            Model model, Functions functions, AbiClasses classes, Bindings bindings, Optional<String> implementation) {
        this.model = model;
        this.functions = functions;
        this.bindings = bindings;
        this.generator = Generator.of(model, classes, functions, new GuestDialect(model));
        this.implementation = implementation;
    }

    void addTo(BiConsumer<ClassName, TypeSpec> files) {
        GuestImports imports = new GuestImports(generator);
        GuestExports exports = new GuestExports(generator);
        GuestResources resources = new GuestResources(model, functions);
        for (Binding binding : bindings.all()) {
            if (binding.imported()) {
                files.accept(
                        GuestImports.className(model.symbols, binding), imports.type(binding, importView(binding)));
                binding.resources()
                        .forEach(id -> files.accept(
                                GuestResources.importedClass(model.symbols, binding, id),
                                model.companion(id, resources.imported(binding, id))));
            }
            if (binding.exported()) {
                files.accept(model.symbols.role(binding.home(), Role.INTERFACE), exports.type(binding));
                binding.resources()
                        .forEach(id -> files.accept(
                                GuestResources.exportedClass(model.symbols, binding, id),
                                model.companion(id, resources.exported(binding, id))));
            }
        }
        for (World world : bindings.worlds()) {
            GuestImplementation object = new GuestImplementation(model, world);
            object.type().ifPresent(type -> files.accept(object.name(), type));
            implementation.ifPresent(name -> addCore(world, object, exports, ClassName.bestGuess(name), files));
        }
        new RecordViews(generator).addTo(files);
    }

    private void addCore(
            World world,
            GuestImplementation object,
            GuestExports exports,
            ClassName userClass,
            BiConsumer<ClassName, TypeSpec> files) {
        if (world.exports().isEmpty()) {
            return;
        }
        ClassName holder = model.symbols.shared("Implementation");
        files.accept(holder, GuestImplementation.holder(holder, userClass));
        for (int i = 0; i < world.exports().size(); i++) {
            Binding binding = world.exports().get(i).binding();
            files.accept(
                    model.symbols.role(binding.home(), Role.CORE),
                    exports.core(binding, exportView(binding), object.object(holder, i)));
        }
    }

    /** What is imported refers to nothing but imports. */
    private View importView(Binding binding) {
        Map<TypeId, Handles> handles = imported();
        for (TypeId resource : binding.resources()) {
            ClassName type = GuestResources.importedClass(model.symbols, binding, resource);
            boolean plain = handles.containsKey(resource)
                    && !handles.get(resource).type().equals(type);
            handles.put(
                    resource,
                    new Handles(type, false, plain ? "Of" + binding.home().stem() : ""));
        }
        return new View(handles);
    }

    /** What is exported refers to exports where there are such, to imports otherwise. */
    private View exportView(Binding binding) {
        Map<TypeId, Handles> handles = imported();
        if (binding.isOfWorld()) {
            return new View(handles);
        }
        for (World world : bindings.worlds()) {
            world.exports().forEach(part -> addExported(part.binding(), handles));
        }
        addExported(binding, handles);
        return new View(handles);
    }

    private void addExported(Binding binding, Map<TypeId, Handles> handles) {
        for (TypeId resource : binding.resources()) {
            String suffix = handles.containsKey(resource) ? "OfExport" : "";
            handles.put(
                    resource,
                    new Handles(GuestResources.exportedClass(model.symbols, binding, resource), true, suffix));
        }
    }

    /** The resources of all imports. */
    private Map<TypeId, Handles> imported() {
        Map<TypeId, Handles> handles = new HashMap<>();
        for (World world : bindings.worlds()) {
            for (Part part : world.imports()) {
                for (TypeId resource : part.binding().resources()) {
                    ClassName type = GuestResources.importedClass(model.symbols, part.binding(), resource);
                    handles.putIfAbsent(resource, new Handles(type, false, ""));
                }
            }
        }
        return handles;
    }
}
