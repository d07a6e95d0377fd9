package dev.wasmledger.runtime.internal.core;

import dev.wasmledger.runtime.Trap;
import org.jspecify.annotations.Nullable;

/** Knows which component and function are running, and so can say where a trap happened. */
public interface TrapSite {

    /**
     * A trap at the place that is running now. It is for the caller to throw; the instance is locked down already.
     *
     * @param reason what went wrong, without the place
     * @param cause what the engine or a host function threw, if anything
     */
    Trap trap(String reason, @Nullable Throwable cause);
}
