package dev.wasmledger.runtime.internal.instance;

/** The two sides of calls from one component to another, and the rules of entering and leaving between them. */
public final class AdapterCall {

    private final ResolvedOptions caller;
    private final ResolvedOptions callee;
    private final ComponentState[] entered;
    private final String function;

    /**
     * Between two sides that are resolved.
     *
     * @param entered the component instances that the call enters, the callee first; none where the callee is around the
     *     caller
     * @param function name of the callee's function, for traps
     */
    public AdapterCall(ResolvedOptions caller, ResolvedOptions callee, ComponentState[] entered, String function) {
        this.caller = caller;
        this.callee = callee;
        this.entered = entered.clone();
        this.function = function;
    }

    public ResolvedOptions caller() {
        return caller;
    }

    public ResolvedOptions callee() {
        return callee;
    }

    /** A call begins: traps where the caller may not leave, or the callee may not be entered. */
    public void enter() {
        if (!caller.component.mayLeave) {
            throw caller.trap(
                    "cannot leave component instance: it calls " + function + " within realloc or post-return");
        }
        for (ComponentState component : entered) {
            if (!component.mayEnter) {
                throw caller.trap("cannot enter component instance " + component.path + ": it is being called already");
            }
            component.mayEnter = false;
        }
        callee.component.running = function;
        caller.store.current = callee.component;
    }

    /** The call is over. */
    public void leave() {
        for (ComponentState component : entered) {
            component.mayEnter = true;
        }
        caller.store.current = caller.component;
    }

    /** Between these two, the callee's post-return runs. */
    public void beginPostReturn() {
        callee.component.mayLeave = false;
    }

    public void endPostReturn() {
        callee.component.mayLeave = true;
    }
}
