package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import dev.wasmledger.runtime.internal.core.CoreCallable;

/**
 * What an import of a core instance is bound to. Rewritten import stubs find it in the instance that calls and call it
 * with typed values; the engine's own paths (indirect calls, interpreter) come through {@link #apply}.
 */
public final class LinkedImport implements WasmFunctionHandle {

    private final CoreCallable target;

    LinkedImport(CoreCallable target) {
        this.target = target;
    }

    /** Called by rewritten import stubs. */
    public static CoreCallable target(Instance caller, int importIndex) {
        return ((LinkedImport) caller.imports().function(importIndex).handle()).target;
    }

    @Override
    public long[] apply(Instance caller, long... arguments) {
        return target.callBoxed(arguments);
    }
}
