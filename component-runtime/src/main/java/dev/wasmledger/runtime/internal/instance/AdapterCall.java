package dev.wasmledger.runtime.internal.instance;

import java.util.ArrayList;
import java.util.List;

/** The two sides of calls from one component to another, and the rules of entering and leaving between them. */
public final class AdapterCall implements BorrowScope {

    private final ResolvedOptions caller;
    private final ResolvedOptions callee;

    // What every call asks for lies here itself: each further step on the way to it would cost as much as the question.
    private final ComponentState callingComponent;
    private final ComponentState calledComponent;
    private final InstanceStore store;

    private final ComponentState[] entered;

    /** The usual case: a loop over it would cost as much as the rest of a small call. */
    private final boolean entersCalleeOnly;

    private final String function;
    private final int number;

    /** Handles of the caller's that this call borrows, while it runs. */
    private final List<Handle> lenders = new ArrayList<>();

    /** Borrowed handles that the callee has not dropped. */
    private int borrows;

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
        this.callingComponent = caller.component;
        this.calledComponent = callee.component;
        this.store = caller.store;
        this.entered = entered.clone();
        this.entersCalleeOnly = entered.length == 1;
        this.function = function;
        this.number = store.numberOf(function);
    }

    public ResolvedOptions caller() {
        return caller;
    }

    public ResolvedOptions callee() {
        return callee;
    }

    /** The caller, for a call whose values cross as trees. */
    public HostSide callerSide() {
        return new AdapterSide(caller, this);
    }

    /** The callee, for a call whose values cross as trees. */
    public HostSide calleeSide() {
        return new AdapterSide(callee, this);
    }

    /** A call begins: traps where the caller may not leave, or the callee may not be entered. */
    public void enter() {
        if (!callingComponent.mayLeave) {
            throw caller.trap(
                    "cannot leave component instance: it calls " + function + " within realloc or post-return");
        }
        if (entersCalleeOnly) {
            enter(calledComponent);
        } else {
            enterOthers();
        }
        calledComponent.running = number;
        calledComponent.beginTask();
        store.current = calledComponent.index;
    }

    private void enterOthers() {
        if (entered.length == 0) {
            calledComponent.interrupt();
        }
        for (ComponentState component : entered) {
            enter(component);
        }
    }

    private void enter(ComponentState component) {
        if (!component.mayEnter) {
            throw caller.trap("cannot enter component instance " + component.path + ": it is being called already");
        }
        component.mayEnter = false;
    }

    /** The call is over. */
    public void leave() {
        calledComponent.endTask();
        if (entersCalleeOnly) {
            calledComponent.mayEnter = true;
        } else {
            leaveOthers();
        }
        store.current = callingComponent.index;
    }

    private void leaveOthers() {
        if (entered.length == 0) {
            calledComponent.resume();
        }
        for (ComponentState component : entered) {
            component.mayEnter = true;
        }
    }

    /** Moves an owned resource with the arguments. */
    public int ownToCallee(int handle, int resource) {
        return Resources.own(caller, callee, handle, resource);
    }

    /** Moves an owned resource with the result. */
    public int ownToCaller(int handle, int resource) {
        return Resources.own(callee, caller, handle, resource);
    }

    /** Lends a resource for the length of the call (CanonicalABI.md, "lift_borrow" and "lower_borrow"). */
    public int borrow(int index, int resource) {
        return lowerLent(lend(index, resource));
    }

    /** The caller lends what it has a handle of. */
    Handle lend(int index, int resource) {
        Handle handle = Resources.get(store, callingComponent, index, resource);
        handle.lends++;
        lenders.add(handle);
        return handle;
    }

    /** The callee gets what was lent: the representation where it defines the type, else a handle. */
    int lowerLent(Handle handle) {
        if (store.isDefinedBy(handle.resource, calledComponent)) {
            return handle.representation;
        }
        borrows++;
        return Resources.add(store, calledComponent, handle.lentFor(this));
    }

    @Override
    public void borrowDropped() {
        borrows--;
    }

    /** What was lent is back: traps where the callee still holds some of it. */
    public void endBorrows() {
        if (borrows > 0) {
            throw callee.trap("borrow handles still remain at the end of the call");
        }
        lenders.forEach(handle -> handle.lends--);
        lenders.clear();
    }

    /** Between these two, the callee's post-return runs. */
    public void beginPostReturn() {
        calledComponent.mayLeave = false;
    }

    public void endPostReturn() {
        calledComponent.mayLeave = true;
    }

    /** What to throw where the callee threw this: an exception of core code is a trap beyond its component. */
    public RuntimeException failed(Throwable thrown) {
        return store.trapFor(thrown);
    }
}
