package dev.wasmledger.runtime.internal.instance;

import org.jspecify.annotations.Nullable;

/**
 * One component instance within a running graph (CanonicalABI.md, "ComponentInstance"). Plain fields: an instance
 * belongs to one thread at a time.
 */
public final class ComponentState {

    final String path;

    final HandleTable handles = new HandleTable();

    boolean mayEnter = true;
    boolean mayLeave = true;

    /** The exported function that is running, for traps to name. */
    @Nullable
    String running;

    ComponentState(String path) {
        this.path = path;
    }
}
