package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreCalls;

/**
 * What an import of a core instance is bound to. Rewritten import stubs find it in the instance that calls and call it
 * with typed values; the engine's own paths (indirect calls, interpreter) come through {@link #apply}.
 */
public final class LinkedImport implements WasmFunctionHandle {

    /** Read by rewritten import stubs. */
    public final CoreCallable target;

    /** Set by rewritten import stubs. */
    public final CoreCalls calls;

    LinkedImport(CoreCallable target, CoreCalls calls) {
        this.target = target;
        this.calls = calls;
    }

    /** Called by rewritten import stubs. */
    public static LinkedImport of(Instance caller, int importIndex) {
        return (LinkedImport) caller.imports().function(importIndex).handle();
    }

    static CoreCallable target(Instance caller, int importIndex) {
        return of(caller, importIndex).target;
    }

    @Override
    public long[] apply(Instance caller, long... arguments) {
        return target.callBoxed(arguments);
    }
}
