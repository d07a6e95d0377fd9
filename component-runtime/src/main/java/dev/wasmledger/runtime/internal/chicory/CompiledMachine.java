package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import dev.wasmledger.runtime.internal.core.CoreCalls;

/** The engine's machine for compiled code, with the count of calls that compiled code finds through its instance. */
public final class CompiledMachine implements Machine {

    private final Machine machine;
    private final CoreCalls calls;

    CompiledMachine(Machine machine, CoreCalls calls) {
        this.machine = machine;
        this.calls = calls;
    }

    @Override
    public long[] call(int function, long[] arguments) {
        return machine.call(function, arguments);
    }

    static CoreCalls calls(Instance instance) {
        return ((CompiledMachine) instance.getMachine()).calls;
    }

    /** Called by rewritten code: what a call that comes from elsewhere may still nest. */
    public static int left(Instance instance) {
        return calls(instance).left;
    }

    /** Called by rewritten code before it calls through the engine: what that call may still nest. */
    public static void leave(Instance instance, int left) {
        // An interpreted instance counts on its own; the engine's calls can reach one.
        if (instance.getMachine() instanceof CompiledMachine machine) {
            machine.calls.left = left;
        }
    }

    /** Called by rewritten code: what to throw where nothing is left. */
    public static RuntimeException exceeded(Instance instance) {
        return calls(instance).exceeded();
    }
}
