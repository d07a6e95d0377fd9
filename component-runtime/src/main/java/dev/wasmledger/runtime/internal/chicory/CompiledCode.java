package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import dev.wasmledger.runtime.internal.core.CompileContext;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import dev.wasmledger.runtime.internal.core.CoreSignature;

/** A module as JVM classes. */
record CompiledCode(CompiledClasses classes) implements ModuleCode {

    static CompiledCode of(WasmModule module, CompileContext context) {
        int importedFunctions = module.importSection().count(ExternalType.FUNCTION);
        return new CompiledCode(CompiledClasses.of(module, importedFunctions, context));
    }

    @Override
    public Instance.Builder prepare(Instance.Builder builder, CoreCalls calls) {
        return builder.withMachineFactory(instance -> new CompiledMachine(classes.machine(instance), calls));
    }

    @Override
    public CoreCallable callable(Instance instance, int function, CoreSignature signature) {
        return classes.callable(instance, function, signature);
    }
}
