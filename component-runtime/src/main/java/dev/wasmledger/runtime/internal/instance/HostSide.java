package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.abi.CanonicalOptions;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call between a component and the host: carries handles between the component's table and Java. */
public abstract class HostSide extends ResolvedOptions implements CanonicalOptions {

    private final ResourceNames names;

    HostSide(ResolvedOptions options, ResourceNames names) {
        super(options);
        this.names = names;
    }

    @Override
    public final Object liftOwn(String resource, int handle) {
        return liftOwn(names.resource(resource), handle);
    }

    @Override
    public final Object liftBorrow(String resource, int handle) {
        return liftBorrow(names.resource(resource), handle);
    }

    @Override
    public final int lowerOwn(String resource, Object value) {
        return lowerOwn(names.resource(resource), value);
    }

    @Override
    public final int lowerBorrow(String resource, Object value) {
        return lowerBorrow(names.resource(resource), value);
    }

    /** As with a name, for a type by its index among the plan's resources. */
    public final Object liftOwn(int resource, int index) {
        Handle handle = Resources.get(store, component, index, resource);
        if (!handle.owns()) {
            throw trap("cannot lift own resource from a borrow");
        }
        Resources.remove(store, component, index, resource);
        return handle.object != null ? handle.object : new OwnedResource(store, resource, handle.representation);
    }

    /** As with a name, for a type by its index among the plan's resources. */
    public Object liftBorrow(int resource, int index) {
        // The component cannot drop the handle meanwhile: it runs again only when the host function has returned.
        return Objects.requireNonNull(Resources.get(store, component, index, resource).object);
    }

    /** As with a name, for a type by its index among the plan's resources. */
    public final int lowerOwn(int resource, Object value) {
        requireAccepted(resource, value);
        if (value instanceof OwnedResource owned && store.definer(resource) instanceof Definer.Component) {
            if (owned.lends > 0) {
                throw new IllegalArgumentException("the resource is lent to a running call");
            }
            owned.release();
            return Resources.add(store, component, Handle.owning(resource, owned.representation));
        }
        return Resources.add(store, component, Handle.owning(resource, value));
    }

    /** As with a name, for a type by its index among the plan's resources. */
    public abstract int lowerBorrow(int resource, Object value);

    /** The result is read: traps where the function still holds what was lent to the call. */
    public void endBorrows() {
        // A call from the host gives back what it lent when it leaves.
    }

    /** Before a post-return. */
    public final void beginPostReturn() {
        component.mayLeave = false;
    }

    /** After a post-return. */
    public final void endPostReturn() {
        component.mayLeave = true;
    }

    /** Traps where a function whose type is {@code async} would wait for ever to be let in. */
    public final void requireNoBackpressure() {
        if (component.backpressure > 0) {
            throw trap("deadlock detected: the component instance lets no call in (backpressure.inc), and nothing else "
                    + "runs that could change that");
        }
    }

    /**
     * Runs a function that is lifted as {@code async}.
     *
     * @param lift lifts what the function gives to {@code task.return}
     * @return what was lifted
     */
    public final <T> T runTask(Runnable function, Function<long[], T> lift) {
        var returned = new AtomicReference<@Nullable T>();
        component.beginTask(values -> returned.set(lift.apply(values)));
        function.run();
        component.endTask();
        T result = returned.get();
        if (result == null) {
            throw trap("async-lifted export failed to produce a result");
        }
        return result;
    }

    final void requireAccepted(int resource, Object value) {
        if (!accepts(resource, value)) {
            throw new IllegalArgumentException(
                    "no resource of that type and instance which the host can give: " + value);
        }
    }

    /** Whether the host can give that object as a resource of that type, by index among the plan's. */
    public final boolean accepts(int resource, Object value) {
        return switch (store.definer(resource)) {
            case Definer.Host(HostResource host) -> host.type().isInstance(value);
            case Definer.Component guest ->
                value instanceof OwnedResource owned
                        && owned.isOf(store)
                        && owned.resource == resource
                        && owned.isOwned();
        };
    }

    /** Whether the object is lent to a running call, so that it cannot be given away. */
    public final boolean isLent(Object value) {
        return value instanceof OwnedResource owned && owned.lends > 0;
    }
}
