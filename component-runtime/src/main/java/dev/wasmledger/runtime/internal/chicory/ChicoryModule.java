package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportGlobal;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.ImportTag;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.runtime.TagInstance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.UnlinkableException;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import dev.wasmledger.runtime.internal.core.CoreExtern;
import dev.wasmledger.runtime.internal.core.CoreInstance;
import dev.wasmledger.runtime.internal.core.CoreModule;
import dev.wasmledger.runtime.internal.core.TrapSite;
import java.util.List;

/** A parsed module with the code that runs it. */
record ChicoryModule(WasmModule module, ModuleCode code) implements CoreModule {

    @Override
    public List<Import> imports() {
        return module.importSection().stream()
                .map(imported -> new Import(imported.module(), imported.name()))
                .toList();
    }

    @Override
    public CoreInstance instantiate(List<CoreExtern> imports, Limits limits, TrapSite site) {
        try {
            Instance instance = code.prepare(Instance.builder(module), site.calls())
                    .withImportValues(importValues(imports, site.calls()))
                    .withMemoryFactory(declared -> memory(declared, limits, site))
                    .withTableFactory((table, initial) -> LinkedTable.of(table, initial, limits, site))
                    .withStart(false) // Only for an export named _start; the start section runs nevertheless.
                    .build();
            return new ChicoryInstance(instance, code);
        } catch (UnlinkableException e) {
            throw new LinkException("core instances do not fit together: " + e.getMessage(), e);
        } catch (ChicoryException | CoreCalls.TooDeepException | StackOverflowError e) {
            throw site.trap(TrapReasons.of(e), e);
        }
    }

    private ImportValues importValues(List<CoreExtern> externs, CoreCalls calls) {
        var values = ImportValues.builder();
        for (int i = 0; i < externs.size(); i++) {
            var imported = module.importSection().getImport(i);
            String from = imported.module();
            String name = imported.name();
            switch (externs.get(i)) {
                case CoreExtern.Function function -> {
                    if (!(imported instanceof FunctionImport type)) {
                        throw new LinkException("core import " + from + " " + name + " is no function");
                    }
                    var coreType = module.typeSection().getType(type.typeIndex());
                    if (!CoreTypes.signature(coreType).equals(function.signature())) {
                        throw new LinkException("core import " + from + " " + name + " has another type: "
                                + CoreTypes.signature(coreType).descriptor() + " is wanted, "
                                + function.signature().descriptor() + " is given");
                    }
                    values.addFunction(
                            new ImportFunction(from, name, coreType, new LinkedImport(function.callable(), calls)));
                }
                case CoreExtern.Memory memory ->
                    values.addMemory(new ImportMemory(from, name, (Memory) memory.engineMemory()));
                case CoreExtern.Table table ->
                    values.addTable(new ImportTable(from, name, (TableInstance) table.engineTable()));
                case CoreExtern.Global global ->
                    values.addGlobal(new ImportGlobal(from, name, (GlobalInstance) global.engineGlobal()));
                case CoreExtern.Tag tag -> values.addTag(new ImportTag(from, name, (TagInstance) tag.engineTag()));
            }
        }
        return values.build();
    }

    private static Memory memory(MemoryLimits declared, Limits limits, TrapSite site) {
        int allowed = limits.memoryPages();
        if (declared.initialPages() > allowed) {
            throw site.trap(
                    "memory limit of " + allowed + " pages exceeded: a core module asks for " + declared.initialPages(),
                    null);
        }
        if (declared.shared()) {
            return new ByteArrayMemory(
                    new MemoryLimits(declared.initialPages(), Math.min(declared.maximumPages(), allowed), true));
        }
        var memory = new ChicoryMemory(declared, allowed, site);
        site.made(memory);
        return memory;
    }
}
