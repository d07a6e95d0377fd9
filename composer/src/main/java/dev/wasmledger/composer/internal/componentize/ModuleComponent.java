package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.CoreModules;
import dev.wasmledger.component.wit.ComponentTypeSection;
import dev.wasmledger.component.wit.WorldTypeEncoder;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.util.List;

/** A component around one core module: imports, the module's instance, exports, in this order. */
public final class ModuleComponent {

    private final String fileName;
    private final CoreModuleType type;
    private final CoreSections sections;

    /**
     * A component of that module.
     *
     * @param fileName what diagnostics call the module
     * @throws DiagnosticException if the bytes are no valid core module
     */
    public ModuleComponent(String fileName, byte[] module) {
        this.fileName = fileName;
        this.type = CoreModules.typeInComponent(new ByteOffset(fileName, 0), module, Features.DEFAULT);
        this.sections = CoreSections.of(fileName, module);
    }

    /** The component's bytes, for a world that is given; the module's strings are UTF-8. */
    public byte[] encode(ResolvedWit wit, WorldId world) {
        return encode(WorldTypeEncoder.encode(wit, world), CanonOpt.Encoding.UTF8);
    }

    /** The component's bytes, for the world that the module's own {@code component-type} section names. */
    public byte[] encode() {
        List<Bytes> found = sections.componentTypes();
        if (found.size() != 1) {
            String message = "the module has " + (found.isEmpty() ? "no" : "more than one") + " section `"
                    + ComponentTypeSection.NAME + "` that names its world";
            throw new DiagnosticException(Diagnostic.error("COMPOSE0401", message, new WholeFile(fileName))
                    .withHint("name the world"));
        }
        ComponentTypeSection section =
                ComponentTypeSection.decode(fileName, found.getFirst().toByteArray());
        CanonOpt.Encoding encoding = switch (section.encoding()) {
            case UTF8 -> CanonOpt.Encoding.UTF8;
            case UTF16 -> CanonOpt.Encoding.UTF16;
            case COMPACT_UTF16 -> CanonOpt.Encoding.LATIN1_UTF16;
        };
        return encode(section.type(), encoding);
    }

    private byte[] encode(ComponentTypeDef world, CanonOpt.Encoding encoding) {
        GuestModule guest = GuestModule.match(fileName, type, CoreNames.of(resolved(world)));
        var target = new ComponentBuilder();
        WorldImports imports = WorldImports.add(world, guest, target);
        GuestInstance instance = GuestInstance.add(sections.module().toByteArray(), guest, encoding, imports);
        imports.world().exports().values().forEach(export -> export(export, imports, instance));
        target.custom(Producers.wasmledger().section());
        return ComponentEncoder.encode(target.build());
    }

    /** The same type with every index resolved. */
    private ComponentType resolved(ComponentTypeDef world) {
        var scope = new ComponentBuilder();
        Index.Type index = scope.type(world);
        var types = ComponentValidator.validate(fileName, scope.build(), Features.DEFAULT)
                .spaces()
                .types();
        if (types.get(index.value()) instanceof ComponentType resolved) {
            return resolved;
        }
        throw new IllegalStateException("a component type is resolved to something else");
    }

    private static void export(ExportDecl export, WorldImports imports, GuestInstance guest) {
        String name = export.name().name();
        switch (export.type()) {
            case ExternDesc.Func(Index.Type type) ->
                imports.target()
                        .export(export.name(), guest.lift(name, imports.types().copy(type)));
            case ExternDesc.Instance(Index.Type type) -> {
                Index.Instance instance = InterfaceExport.add(
                        imports, guest, name, imports.world().instanceType(type));
                imports.target().export(export.name(), instance);
                imports.exported(name, instance);
            }
            default -> throw new IllegalArgumentException("a world exports functions and interfaces, not " + name);
        }
    }
}
