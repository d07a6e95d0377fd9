package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.ChicoryException;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import org.jspecify.annotations.Nullable;

/** Indirect calls from one core instance to another, as rewritten code makes them. */
public final class IndirectCalls {

    private IndirectCalls() {}

    /**
     * Calls a function that a table entry of another instance refers to. The engine compares the type's index in the
     * caller's module with one in the callee's; what counts is the type.
     *
     * @param callerClass a class of the module that calls
     */
    public static long[] call(long[] arguments, int type, int function, Instance callee, Class<?> callerClass) {
        var caller = (CompiledClasses) callerClass.getClassLoader();
        if (!caller.type(type).equals(callee.type(callee.functionType(function)))) {
            throw new ChicoryException("indirect call type mismatch");
        }
        return callee.getMachine().call(function, arguments);
    }

    /**
     * What a table entry calls in the end, if it refers to an import of another instance: so are tables filled whose
     * functions must exist before what they call does. Null for every other entry.
     */
    public static @Nullable CoreCallable linked(Instance caller, int tableIndex, int element) {
        if (!(caller.table(tableIndex) instanceof LinkedTable table)) {
            return null;
        }
        CoreCallable target = table.target(element);
        return target == null || caller.equals(table.instance(element)) ? null : target;
    }
}
