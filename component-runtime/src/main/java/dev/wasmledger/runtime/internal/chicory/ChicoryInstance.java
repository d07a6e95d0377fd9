package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.types.Export;
import dev.wasmledger.runtime.internal.core.CoreExtern;
import dev.wasmledger.runtime.internal.core.CoreInstance;
import dev.wasmledger.runtime.internal.core.CoreSignature;

/** An instance of a module, with the code that runs it. */
record ChicoryInstance(Instance instance, ModuleCode code) implements CoreInstance {

    @Override
    public CoreExtern export(String name) {
        Export export = find(name);
        int index = export.index();
        return switch (export.exportType()) {
            case FUNCTION -> function(index);
            case MEMORY -> new CoreExtern.Memory(instance.memory(index));
            case TABLE -> new CoreExtern.Table(instance.table(index));
            case GLOBAL -> new CoreExtern.Global(instance.global(index));
            case TAG -> new CoreExtern.Tag(instance.tag(index));
        };
    }

    private CoreExtern function(int index) {
        CoreSignature signature = CoreTypes.signature(instance.type(instance.functionType(index)));
        boolean imported = index < instance.imports().functionCount();
        return new CoreExtern.Function(
                signature, imported ? LinkedImport.target(instance, index) : code.callable(instance, index, signature));
    }

    private Export find(String name) {
        var exports = instance.module().exportSection();
        for (int i = 0; i < exports.exportCount(); i++) {
            if (exports.getExport(i).name().equals(name)) {
                return exports.getExport(i);
            }
        }
        throw new IllegalArgumentException("no core export " + name);
    }
}
