package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.core.Interruption;

/** A module run by the engine's interpreter. */
record InterpretedCode() implements ModuleCode {

    @Override
    public Instance.Builder prepare(Instance.Builder builder) {
        // The interpreter's own check needs the thread's interrupt flag, which belongs to the host.
        return builder.withUnsafeExecutionListener((instruction, stack) -> Interruption.check());
    }

    @Override
    public CoreCallable callable(Instance instance, int function, CoreSignature signature) {
        return GeneratedClasses.unboxed(
                signature, arguments -> instance.getMachine().call(function, arguments));
    }
}
