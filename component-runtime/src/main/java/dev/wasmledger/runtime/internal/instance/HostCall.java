package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.abi.ExportCall;
import java.util.ArrayList;
import java.util.List;

/** A lifted function as the host calls it (CanonicalABI.md, "canon lift", with the host as caller). */
public final class HostCall extends HostSide implements ExportCall, BorrowScope {

    private final ComponentState[] entered;
    private final int function;

    /** What the host lends to the running call. */
    private final List<OwnedResource> lenders = new ArrayList<>();

    /** Borrowed handles that the component has not dropped. */
    private int borrows;

    /**
     * Of a function with these options.
     *
     * @param entered the function's component instance, then all that it is nested in: a call from the host enters them
     *     all (CanonicalABI.md, "entering_set")
     * @param names of the resource types in the function's type
     * @param function its name, for traps
     */
    public HostCall(ResolvedOptions options, ComponentState[] entered, ResourceNames names, String function) {
        super(options, names);
        this.entered = entered.clone();
        this.function = store.numberOf(function);
    }

    @Override
    public void enter() {
        store.enterFromHost(entered, function);
    }

    @Override
    public void leave() {
        if (borrows > 0) {
            throw trap("borrow handles still remain at the end of the call");
        }
        if (!lenders.isEmpty()) {
            returnLent();
        }
        store.leaveToHost(entered);
    }

    @Override
    public RuntimeException abandon(RuntimeException thrown) {
        if (thrown instanceof Trap) {
            return failed(thrown);
        }
        if (!store.isEnded()) {
            for (int left = component.handles.removeBorrows(this); left > 0; left--) {
                store.removeHandle();
            }
            borrows = 0;
            returnLent();
            store.leaveToHost(entered);
        }
        return thrown;
    }

    private void returnLent() {
        lenders.forEach(lender -> lender.lends--);
        lenders.clear();
    }

    @Override
    public int lowerBorrow(int resource, Object value) {
        requireAccepted(resource, value);
        if (!(value instanceof OwnedResource owned) || store.definer(resource) instanceof Definer.Host) {
            borrows++;
            return Resources.add(
                    store, component, Handle.owning(resource, value).lentFor(this));
        }
        owned.lends++;
        lenders.add(owned);
        if (store.isDefinedBy(resource, component)) {
            return owned.representation;
        }
        borrows++;
        return Resources.add(
                store, component, Handle.owning(resource, owned.representation).lentFor(this));
    }

    @Override
    public void borrowDropped() {
        borrows--;
    }

    /** Called by spun classes: what to throw where a core function threw this. */
    public RuntimeException failed(Throwable thrown) {
        return store.trapFor(thrown);
    }
}
