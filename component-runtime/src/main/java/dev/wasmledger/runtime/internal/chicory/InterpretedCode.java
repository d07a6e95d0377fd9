package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.core.Interruption;

/** A module run by the engine's interpreter. */
record InterpretedCode(ModulePlaces places) implements ModuleCode {

    static InterpretedCode of(WasmModule module) {
        return new InterpretedCode(new ModulePlaces(module));
    }

    @Override
    public Instance.Builder prepare(Instance.Builder builder, CoreCalls calls) {
        return builder.withMachineFactory(instance -> new InterpretedMachine(instance, calls, places))
                .withUnsafeExecutionListener((instruction, stack) -> {
                    // The interpreter's own check needs the thread's interrupt flag, which belongs to the host.
                    Interruption.check();
                    calls.at(instruction.address());
                });
    }

    @Override
    public CoreCallable callable(Instance instance, int function, CoreSignature signature) {
        return GeneratedClasses.unboxed(
                signature, arguments -> instance.getMachine().call(function, arguments));
    }
}
