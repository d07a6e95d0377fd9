package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.internal.core.CoreCallable;
import java.util.Objects;
import java.util.Optional;

/** What core code and adapters do with handles (CanonicalABI.md, "lift_own", "lower_own", "canon resource.…"). */
public final class Resources {

    private static final long[] NOTHING = {};

    private Resources() {}

    /** {@code resource.new}: takes a representation, gives a handle. */
    public static CoreCallable creation(InstanceStore store, ComponentState component, int resource) {
        return arguments -> {
            requireMayLeave(store, component);
            int representation = (int) arguments[0];
            return new long[] {add(store, component, Handle.owning(resource, representation))};
        };
    }

    /** {@code resource.rep}: takes a handle, gives the representation. */
    public static CoreCallable representation(InstanceStore store, ComponentState component, int resource) {
        return arguments -> new long[] {get(store, component, (int) arguments[0], resource).representation};
    }

    /**
     * {@code resource.drop}: takes a handle.
     *
     * @param destruction calls into the component that defines the resource
     * @param destructor what to call there when an owned resource is dropped
     */
    public static CoreCallable drop(
            InstanceStore store,
            ComponentState component,
            int resource,
            AdapterCall destruction,
            Optional<CoreCallable> destructor) {
        return arguments -> {
            requireMayLeave(store, component);
            Handle handle = remove(store, component, (int) arguments[0], resource);
            if (handle.borrowScope != null) {
                handle.borrowScope.borrowDropped();
            } else {
                destruction.enter();
                try {
                    destructor.ifPresent(function -> function.callBoxed(new long[] {handle.representation}));
                } catch (Throwable thrown) {
                    throw destruction.failed(thrown);
                }
                destruction.leave();
            }
            return NOTHING;
        };
    }

    /** {@code resource.drop} of a resource type that the host defines. */
    public static CoreCallable drop(InstanceStore store, ComponentState component, int resource, HostResource host) {
        return arguments -> {
            requireMayLeave(store, component);
            Handle handle = remove(store, component, (int) arguments[0], resource);
            if (handle.borrowScope != null) {
                handle.borrowScope.borrowDropped();
            } else {
                destroy(store, component, host, Objects.requireNonNull(handle.object));
            }
            return NOTHING;
        };
    }

    private static void destroy(InstanceStore store, ComponentState component, HostResource host, Object object) {
        try {
            host.destructor().accept(object);
        } catch (RuntimeException e) {
            throw store.trapIn(component, "the host's destructor failed: " + e, e);
        }
    }

    /** Moves an owned resource from one component to another. */
    static int own(ResolvedOptions from, ResolvedOptions to, int index, int resource) {
        Handle handle = get(from.store, from.component, index, resource);
        if (!handle.owns()) {
            throw from.trap("cannot lift own resource from a borrow");
        }
        remove(from.store, from.component, index, resource);
        return add(to.store, to.component, handle.moved());
    }

    static Handle get(InstanceStore store, ComponentState component, int index, int resource) {
        Handle handle = component.handles.get(index);
        if (handle == null) {
            throw store.trapIn(component, "unknown handle index " + Integer.toUnsignedString(index), null);
        }
        if (handle.resource != resource) {
            throw store.trapIn(
                    component,
                    "handle index " + index + " used with the wrong type, expected guest-defined resource but found a "
                            + "different guest-defined resource",
                    null);
        }
        return handle;
    }

    static int add(InstanceStore store, ComponentState component, Handle handle) {
        store.addHandle(component);
        int index = component.handles.add(handle);
        if (index == 0) {
            throw store.trapIn(component, "too many handles", null);
        }
        return index;
    }

    static Handle remove(InstanceStore store, ComponentState component, int index, int resource) {
        Handle handle = get(store, component, index, resource);
        if (handle.lends != 0) {
            throw store.trapIn(component, "cannot remove owned resource while borrowed", null);
        }
        component.handles.remove(index);
        store.removeHandle();
        return handle;
    }

    private static void requireMayLeave(InstanceStore store, ComponentState component) {
        if (!component.mayLeave) {
            throw store.trapIn(
                    component,
                    "cannot leave component instance: it uses a resource within realloc or post-return",
                    null);
        }
    }
}
