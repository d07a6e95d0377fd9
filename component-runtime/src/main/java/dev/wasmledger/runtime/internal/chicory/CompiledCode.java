package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import java.util.concurrent.atomic.AtomicInteger;

/** A module as JVM classes. */
record CompiledCode(CompiledClasses classes) implements ModuleCode {

    /** Numbers the modules, so that classes in stack traces and profiles can be told apart. */
    private static final AtomicInteger COMPILED = new AtomicInteger();

    static CompiledCode of(WasmModule module) {
        String name = "dev.wasmledger.runtime.generated.module" + COMPILED.incrementAndGet() + ".Module";
        int importedFunctions = module.importSection().count(ExternalType.FUNCTION);
        return new CompiledCode(CompiledClasses.compile(module, name, importedFunctions));
    }

    @Override
    public Instance.Builder prepare(Instance.Builder builder) {
        return builder.withMachineFactory(classes::machine);
    }

    @Override
    public CoreCallable callable(Instance instance, int function, CoreSignature signature) {
        return classes.callable(instance, function, signature);
    }
}
