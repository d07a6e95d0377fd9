package dev.wasmledger.runtime;

import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.ExportBinder;
import dev.wasmledger.runtime.dynamic.Func;
import dev.wasmledger.runtime.internal.binding.ExportedInterface;
import dev.wasmledger.runtime.internal.binding.SpunClasses;
import dev.wasmledger.runtime.internal.dynamic.DynamicFunction;
import dev.wasmledger.runtime.internal.plan.LinkPlan.Exported;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;
import java.util.Map;
import java.util.Optional;

/**
 * A running component, with all that is nested in it. To be used by one thread at a time: it has no
 * locks, and a call must happen after the one before it. What instances share (the component with its plan and compiled
 * code, linkers once they are filled) any number of threads may use. After a trap every call traps: close it and make a
 * new one.
 */
public final class Instance implements ExportBinder, AutoCloseable {

    private final LinkedInstance linked;
    private final SpunClasses spun;

    Instance(LinkedInstance linked, SpunClasses spun) {
        this.linked = linked;
        this.spun = spun;
        linked.store().onBind(this);
    }

    @Override
    public <C> BoundInterface<C> bind(String name, Class<C> core) {
        return ExportedInterface.bind(linked, spun, name, core);
    }

    /**
     * Finds an exported function, to be called without bindings.
     *
     * @param path its name; for a function of an exported instance, the instance's names before it
     */
    public Optional<Func> function(String... path) {
        Map<String, Exported> exports = linked.plan().exports();
        for (int i = 0; i < path.length - 1; i++) {
            if (!(exports.get(path[i]) instanceof Exported.Instance(var nested))) {
                return Optional.empty();
            }
            exports = nested;
        }
        return exports.get(path[path.length - 1]) instanceof Exported.Function function
                ? Optional.of(new DynamicFunction(linked, function, String.join("#", path)))
                : Optional.empty();
    }

    /** Ends it: every later call traps, and its linear memories are given back at once. */
    @Override
    public void close() {
        linked.store().close();
    }
}
