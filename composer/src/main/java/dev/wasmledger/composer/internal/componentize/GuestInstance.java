package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.CoreInstance.InlineExport;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.composer.internal.componentize.CoreNames.ImportName;
import dev.wasmledger.composer.internal.componentize.CoreNames.ImportedItem;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instance of a component's core module, with its imports lowered and its exports ready to be lifted. */
final class GuestInstance {

    private final GuestModule guest;
    private final CanonOpt.Encoding encoding;
    private final Map<ExportedResource, Index.Type> resources;
    private final ComponentBuilder target;
    private final Index.CoreInstance instance;
    private final Optional<Index.CoreMemory> memory;
    private final Optional<Index.CoreFunc> realloc;

    /** What the shim stands in for until the guest exists. */
    private sealed interface Late {
        CoreFuncType coreType();

        /** An import that can be lowered only when the guest's memory exists. */
        record Import(WorldFunction function, CanonicalNeeds needs) implements Late {
            @Override
            public CoreFuncType coreType() {
                return function.coreType();
            }
        }

        /** The guest's destructor of a resource, whose type must be there before the guest. */
        record Destructor(ExportedResource resource) implements Late {
            @Override
            public CoreFuncType coreType() {
                return GuestModule.DESTRUCTOR_TYPE;
            }
        }
    }

    /** Instantiates the module, by way of a shim where imports need its memory. */
    static GuestInstance add(byte[] module, GuestModule guest, CanonOpt.Encoding encoding, WorldImports imports) {
        ComponentBuilder target = imports.target();
        Index.CoreModule main = target.coreModule(module);
        List<Late> late = lateImports(guest);
        Optional<Index.CoreInstance> shim = late.isEmpty()
                ? Optional.empty()
                : Optional.of(target.coreInstantiate(target.coreModule(ShimModules.shim(coreTypes(late))), List.of()));

        Map<ExportedResource, Index.Type> resources = defineResources(guest, late, target, shim);
        List<CoreInstance.Argument> arguments = arguments(guest, imports, shim, resources);
        var instance = new GuestInstance(guest, encoding, resources, target, target.coreInstantiate(main, arguments));
        instance.fixUp(late, shim, imports);
        return instance;
    }

    private GuestInstance(
            GuestModule guest,
            CanonOpt.Encoding encoding,
            Map<ExportedResource, Index.Type> resources,
            ComponentBuilder target,
            Index.CoreInstance instance) {
        this.guest = guest;
        this.encoding = encoding;
        this.resources = resources;
        this.target = target;
        this.instance = instance;
        this.memory = guest.hasMemory()
                ? Optional.of((Index.CoreMemory) target.coreAlias(Sort.CORE_MEMORY, instance, GuestModule.MEMORY))
                : Optional.empty();
        this.realloc = guest.hasRealloc() ? Optional.of(coreExport(GuestModule.REALLOC)) : Optional.empty();
    }

    private static List<Late> lateImports(GuestModule guest) {
        var late = new ArrayList<Late>();
        for (ImportedItem item : guest.imports().values()) {
            if (item instanceof ImportedItem.Function(WorldFunction function)) {
                CanonicalNeeds needs = CanonicalNeeds.ofLowered(function.type());
                if (!needs.none()) {
                    late.add(new Late.Import(function, needs));
                }
            }
        }
        guest.destructors().forEach(resource -> late.add(new Late.Destructor(resource)));
        return late;
    }

    /** The types of the resources that the guest exports. */
    private static Map<ExportedResource, Index.Type> defineResources(
            GuestModule guest, List<Late> late, ComponentBuilder target, Optional<Index.CoreInstance> shim) {
        var types = new LinkedHashMap<ExportedResource, Index.Type>();
        for (ExportedResource resource : guest.resources()) {
            int entry = late.indexOf(new Late.Destructor(resource));
            Optional<Index.CoreFunc> destructor = entry < 0
                    ? Optional.empty()
                    : Optional.of((Index.CoreFunc)
                            target.coreAlias(Sort.CORE_FUNC, shim.orElseThrow(), ShimModules.functionName(entry)));
            types.put(resource, target.type(new ResourceTypeDef(CoreNumType.I32, destructor)));
        }
        return types;
    }

    /** An instance for each module name that the guest imports from. */
    private static List<CoreInstance.Argument> arguments(
            GuestModule guest,
            WorldImports imports,
            Optional<Index.CoreInstance> shim,
            Map<ExportedResource, Index.Type> resources) {
        ComponentBuilder target = imports.target();
        var modules = new LinkedHashMap<String, List<InlineExport>>();
        int late = 0;
        for (Map.Entry<ImportName, ImportedItem> entry : guest.imports().entrySet()) {
            Index func = switch (entry.getValue()) {
                case ImportedItem.ResourceBuiltin(CanonBuiltin builtin, ExportedResource resource) ->
                    target.coreFunc(new Canon.Resource(builtin, find(resources, resource)));
                case ImportedItem.ResourceDrop drop ->
                    target.coreFunc(new Canon.Resource(CanonBuiltin.RESOURCE_DROP, imports.resource(drop)));
                case ImportedItem.Function(WorldFunction function)
                when CanonicalNeeds.ofLowered(function.type()).none() ->
                    target.coreFunc(new Canon.Lower(imports.func(function), List.of()));
                case ImportedItem.Function function ->
                    target.coreAlias(Sort.CORE_FUNC, shim.orElseThrow(), ShimModules.functionName(late++));
            };
            modules.computeIfAbsent(entry.getKey().module(), name -> new ArrayList<>())
                    .add(new InlineExport(entry.getKey().field(), func));
        }
        var arguments = new ArrayList<CoreInstance.Argument>();
        modules.forEach((name, exports) -> arguments.add(new CoreInstance.Argument(name, target.coreExports(exports))));
        return arguments;
    }

    /** Lowers the late imports, puts them where the shim looks for them, and lets the guest initialize itself. */
    private void fixUp(List<Late> late, Optional<Index.CoreInstance> shim, WorldImports imports) {
        if (late.isEmpty() && !guest.hasInitialize()) {
            return;
        }
        var exports = new ArrayList<InlineExport>();
        for (Late function : late) {
            Index.CoreFunc actual = switch (function) {
                case Late.Import(WorldFunction imported, CanonicalNeeds needs) ->
                    target.coreFunc(new Canon.Lower(imports.func(imported), options(needs)));
                case Late.Destructor(ExportedResource resource) -> coreExport(resource.destructor());
            };
            exports.add(new InlineExport(ShimModules.functionName(exports.size()), actual));
        }
        shim.ifPresent(from -> exports.add(
                new InlineExport(ShimModules.TABLE, target.coreAlias(Sort.CORE_TABLE, from, ShimModules.TABLE))));
        if (guest.hasInitialize()) {
            exports.add(new InlineExport(ShimModules.INITIALIZE, coreExport(GuestModule.INITIALIZE)));
        }
        byte[] fixup = ShimModules.fixup(coreTypes(late), guest.hasInitialize());
        target.coreInstantiate(
                target.coreModule(fixup),
                List.of(new CoreInstance.Argument(ShimModules.FIXUP_MODULE, target.coreExports(exports))));
    }

    /** Lifts an export of the guest. */
    Index.Func lift(String coreName, Index.Type type) {
        WorldFunction function = guest.exports().get(coreName);
        if (function == null) {
            throw new IllegalArgumentException("the world has no function " + coreName);
        }
        List<CanonOpt> options = new ArrayList<>(options(CanonicalNeeds.ofLifted(function.type())));
        Index.CoreFunc core = coreExport(coreName);
        if (guest.postReturns().contains(coreName)) {
            options.add(new CanonOpt.PostReturn(coreExport(CoreNames.POST_RETURN + coreName)));
        }
        return target.lift(core, options, type);
    }

    /** The type of a resource that the guest exports. */
    Index.Type resource(ExportedResource resource) {
        return find(resources, resource);
    }

    private static Index.Type find(Map<ExportedResource, Index.Type> resources, ExportedResource resource) {
        Index.Type type = resources.get(resource);
        if (type == null) {
            throw new IllegalArgumentException("the world exports no " + resource);
        }
        return type;
    }

    private List<CanonOpt> options(CanonicalNeeds needs) {
        var options = new ArrayList<CanonOpt>();
        if (needs.memory()) {
            options.add(new CanonOpt.Memory(memory.orElseThrow()));
        }
        if (needs.realloc()) {
            options.add(new CanonOpt.Realloc(realloc.orElseThrow()));
        }
        if (needs.encoding()) {
            options.add(new CanonOpt.StringEncoding(encoding));
        }
        return options;
    }

    private Index.CoreFunc coreExport(String name) {
        return (Index.CoreFunc) target.coreAlias(Sort.CORE_FUNC, instance, name);
    }

    private static List<CoreFuncType> coreTypes(List<Late> late) {
        return late.stream().map(Late::coreType).toList();
    }
}
