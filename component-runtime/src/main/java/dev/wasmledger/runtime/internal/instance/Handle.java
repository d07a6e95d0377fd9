package dev.wasmledger.runtime.internal.instance;

import org.jspecify.annotations.Nullable;

/** An element of a handle table (CanonicalABI.md, "ResourceHandle"). */
final class Handle {

    final int resource;

    /** What {@code resource.rep} gives; nothing where the host defines the type. */
    final int representation;

    /** The host's object; null where a component defines the type. */
    final @Nullable Object object;

    /** The call that the handle was lent for; null for a handle that owns the resource. */
    final @Nullable BorrowScope borrowScope;

    /** How many running calls this handle was lent to. */
    int lends;

    private Handle(int resource, int representation, @Nullable Object object, @Nullable BorrowScope borrowScope) {
        this.resource = resource;
        this.representation = representation;
        this.object = object;
        this.borrowScope = borrowScope;
    }

    /**
     * A handle that owns a component's resource.
     *
     * @param resource index of its type among the plan's resources
     */
    static Handle owning(int resource, int representation) {
        return new Handle(resource, representation, null, null);
    }

    /** A handle that owns the host's object. */
    static Handle owning(int resource, Object object) {
        return new Handle(resource, 0, object, null);
    }

    /** The same resource, owned through another handle. */
    Handle moved() {
        return new Handle(resource, representation, object, null);
    }

    /** The same resource, lent for a call. */
    Handle lentFor(BorrowScope call) {
        return new Handle(resource, representation, object, call);
    }

    boolean owns() {
        return borrowScope == null;
    }
}
