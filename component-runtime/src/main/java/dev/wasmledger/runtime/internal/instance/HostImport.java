package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.Trap;

/** A host function as a component calls it (CanonicalABI.md, "canon lower", with the host as callee). */
public final class HostImport extends HostSide {

    private final String function;

    /**
     * Called with these options.
     *
     * @param names of the resource types in the function's type
     * @param function its name, for traps
     */
    public HostImport(ResolvedOptions options, ResourceNames names, String function) {
        super(options, names);
        this.function = function;
    }

    @Override
    public int lowerBorrow(int resource, Object value) {
        throw new IllegalStateException("validation let a borrow pass in a result");
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
