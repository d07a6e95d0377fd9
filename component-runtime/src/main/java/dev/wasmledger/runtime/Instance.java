package dev.wasmledger.runtime;

import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.ExportBinder;
import dev.wasmledger.runtime.internal.binding.ExportedInterface;
import dev.wasmledger.runtime.internal.binding.SpunClasses;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;

/**
 * A running component, with all that is nested in it. To be used by one thread at a time. After a trap every call traps:
 * close it and make a new one.
 */
public final class Instance implements ExportBinder, AutoCloseable {

    private final LinkedInstance linked;
    private final SpunClasses spun;

    Instance(LinkedInstance linked, SpunClasses spun) {
        this.linked = linked;
        this.spun = spun;
    }

    @Override
    public <C> BoundInterface<C> bind(String name, Class<C> core) {
        return ExportedInterface.bind(linked, spun, name, core);
    }

    /** Ends it: every later call traps. Its memory is free when nothing refers to it or its bindings any more. */
    @Override
    public void close() {
        linked.store().close();
    }
}
