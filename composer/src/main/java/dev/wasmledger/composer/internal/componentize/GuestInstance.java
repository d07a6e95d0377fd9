package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.model.Canon;
import dev.wasmledger.component.model.CanonBuiltin;
import dev.wasmledger.component.model.CanonOpt;
import dev.wasmledger.component.model.CoreInstance;
import dev.wasmledger.component.model.CoreInstance.InlineExport;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.CoreFuncType;
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
    private final ComponentBuilder target;
    private final Index.CoreInstance instance;
    private final Optional<Index.CoreMemory> memory;
    private final Optional<Index.CoreFunc> realloc;

    /** An import that can be lowered only when the guest's memory exists. */
    private record Late(WorldFunction function, CanonicalNeeds needs) {}

    /** Instantiates the module, by way of a shim where imports need its memory. */
    static GuestInstance add(byte[] module, GuestModule guest, CanonOpt.Encoding encoding, WorldImports imports) {
        ComponentBuilder target = imports.target();
        Index.CoreModule main = target.coreModule(module);
        List<Late> late = lateImports(guest);
        Optional<Index.CoreInstance> shim = late.isEmpty()
                ? Optional.empty()
                : Optional.of(target.coreInstantiate(target.coreModule(ShimModules.shim(coreTypes(late))), List.of()));

        List<CoreInstance.Argument> arguments = arguments(guest, imports, shim);
        var instance = new GuestInstance(guest, encoding, target, target.coreInstantiate(main, arguments));
        instance.fixUp(late, shim, imports);
        return instance;
    }

    private GuestInstance(
            GuestModule guest, CanonOpt.Encoding encoding, ComponentBuilder target, Index.CoreInstance instance) {
        this.guest = guest;
        this.encoding = encoding;
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
                    late.add(new Late(function, needs));
                }
            }
        }
        return late;
    }

    /** An instance for each module name that the guest imports from. */
    private static List<CoreInstance.Argument> arguments(
            GuestModule guest, WorldImports imports, Optional<Index.CoreInstance> shim) {
        ComponentBuilder target = imports.target();
        var modules = new LinkedHashMap<String, List<InlineExport>>();
        int late = 0;
        for (Map.Entry<ImportName, ImportedItem> entry : guest.imports().entrySet()) {
            Index func = switch (entry.getValue()) {
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
            var lower = new Canon.Lower(imports.func(function.function()), options(function.needs()));
            exports.add(new InlineExport(ShimModules.functionName(exports.size()), target.coreFunc(lower)));
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
        return late.stream().map(function -> function.function().coreType()).toList();
    }
}
