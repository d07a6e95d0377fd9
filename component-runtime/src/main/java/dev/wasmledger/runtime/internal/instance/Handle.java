package dev.wasmledger.runtime.internal.instance;

import org.jspecify.annotations.Nullable;

/** An element of a handle table (CanonicalABI.md, "ResourceHandle"). */
final class Handle {

    final int resource;
    final int representation;

    /** The call that the handle was lent for; null for a handle that owns the resource. */
    final @Nullable AdapterCall borrowScope;

    /** How many running calls this handle was lent to. */
    int lends;

    /**
     * A new element.
     *
     * @param resource index of its type among the plan's resources
     */
    Handle(int resource, int representation, @Nullable AdapterCall borrowScope) {
        this.resource = resource;
        this.representation = representation;
        this.borrowScope = borrowScope;
    }

    boolean owns() {
        return borrowScope == null;
    }
}
