package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.Trap;

/** A host function as a component calls it (CanonicalABI.md, "canon lower", with the host as callee). */
public final class HostImport extends ResolvedOptions {

    private final String function;

    /**
     * Called with these options.
     *
     * @param function its name, for traps
     */
    public HostImport(ResolvedOptions options, String function) {
        super(options);
        this.function = function;
    }

    /** Called by spun classes before the host function: traps where the component may not call out. */
    public void requireMayLeave() {
        if (!component.mayLeave) {
            throw trap("cannot leave component instance: it calls " + function + " within realloc or post-return");
        }
    }

    /** Called by spun classes: what to throw where the host function threw this. */
    public RuntimeException failed(Throwable thrown) {
        return switch (thrown) {
            case Trap trap -> store.trapFor(trap);
            case VirtualMachineError fatal -> throw fatal;
            default -> store.trapIn(component, "host function " + function + " failed: " + thrown, thrown);
        };
    }
}
