package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.validation.CoreModules;
import dev.wasmledger.component.wit.WorldTypeEncoder;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import dev.wasmledger.composer.internal.encode.Producers;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.ByteOffset;

/** A component around one core module: imports, the module's instance, exports, in this order. */
public final class ModuleComponent {

    private ModuleComponent() {}

    /**
     * The component's bytes.
     *
     * @param fileName what diagnostics call the module
     */
    public static byte[] encode(String fileName, byte[] module, ResolvedWit wit, WorldId world) {
        CoreModuleType type = CoreModules.typeOf(new ByteOffset(fileName, 0), module);
        GuestModule guest = GuestModule.match(fileName, type, CoreNames.of(wit, wit.get(world)));
        return encode(module, guest, WorldTypeEncoder.encode(wit, world));
    }

    private static byte[] encode(byte[] module, GuestModule guest, ComponentTypeDef world) {
        var target = new ComponentBuilder();
        WorldImports imports = WorldImports.add(world, guest, target);
        GuestInstance instance = GuestInstance.add(module, guest, imports);
        imports.world().exports().values().forEach(export -> export(export, imports, instance));
        Producers.addTo(target);
        return ComponentEncoder.encode(target.build());
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
