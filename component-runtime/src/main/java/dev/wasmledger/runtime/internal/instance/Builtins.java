package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.internal.core.CoreCallable;

/**
 * The canonical built-ins that go with tasks. Those that need no other task are whole; those that do are there to be
 * imported, and trap with their name when they are called.
 */
public final class Builtins {

    /** CanonicalABI.md, "canon backpressure.{inc,dec}". */
    private static final int BACKPRESSURE_LIMIT = 1 << 16;

    private static final long[] NOTHING = {};

    private Builtins() {}

    /** {@code context.get}. */
    public static CoreCallable contextGet(ComponentState component, int slot) {
        component.trackTasks();
        return arguments -> new long[] {component.task().storage[slot]};
    }

    /** {@code context.set}. */
    public static CoreCallable contextSet(ComponentState component, int slot) {
        component.trackTasks();
        return arguments -> {
            component.task().storage[slot] = arguments[0];
            return NOTHING;
        };
    }

    /** {@code backpressure.inc} with a change of 1, {@code backpressure.dec} with -1. */
    public static CoreCallable backpressure(InstanceStore store, ComponentState component, int change) {
        return arguments -> {
            component.backpressure += change;
            if (component.backpressure < 0 || component.backpressure == BACKPRESSURE_LIMIT) {
                throw store.trapIn(component, "backpressure counter overflow", null);
            }
            return NOTHING;
        };
    }

    /** {@code task.return}. */
    public static CoreCallable taskReturn(InstanceStore store, ComponentState component) {
        component.trackTasks();
        return arguments -> {
            requireMayLeave(store, component, "task.return");
            Task task = component.task();
            if (task.onReturn == null) {
                throw store.trapIn(component, "`task.return` called by a function that is not lifted as `async`", null);
            }
            if (task.resolved) {
                throw store.trapIn(component, "`task.return` or `task.cancel` called more than once", null);
            }
            task.onReturn.accept(arguments);
            task.resolved = true;
            return NOTHING;
        };
    }

    /** One that the runtime has not. */
    public static CoreCallable notBuilt(InstanceStore store, ComponentState component, String name) {
        return arguments -> {
            requireMayLeave(store, component, name);
            var missing = new NotBuiltException("the built-in " + name);
            throw store.trapIn(component, missing.reason(), missing);
        };
    }

    private static void requireMayLeave(InstanceStore store, ComponentState component, String name) {
        if (!component.mayLeave) {
            throw store.trapIn(
                    component,
                    "cannot leave component instance: it calls " + name + " within realloc or post-return",
                    null);
        }
    }
}
