package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.abi.ExportCall;

/** A lifted function as the host calls it (CanonicalABI.md, "canon lift", with the host as caller). */
public final class HostCall extends ResolvedOptions implements ExportCall {

    private final ComponentState[] entered;
    private final String function;

    /**
     * Of a function with these options.
     *
     * @param entered the function's component instance, then all that it is nested in: a call from the host enters them
     *     all (CanonicalABI.md, "entering_set")
     * @param function its name, for traps
     */
    public HostCall(ResolvedOptions options, ComponentState[] entered, String function) {
        super(options);
        this.entered = entered.clone();
        this.function = function;
    }

    @Override
    public void enter() {
        store.enterFromHost(entered, function);
    }

    @Override
    public void leave() {
        store.leaveToHost(entered);
    }

    /** Called by spun classes around a post-return. */
    public void beginPostReturn() {
        component.mayLeave = false;
    }

    /** Called by spun classes after a post-return. */
    public void endPostReturn() {
        component.mayLeave = true;
    }

    /** Called by spun classes: what to throw where a core function threw this. */
    public RuntimeException failed(Throwable thrown) {
        return store.trapFor(thrown);
    }
}
