package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.ChicoryException;

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
}
