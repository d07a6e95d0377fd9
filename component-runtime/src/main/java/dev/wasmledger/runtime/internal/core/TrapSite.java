package dev.wasmledger.runtime.internal.core;

import dev.wasmledger.runtime.Trap;
import org.jspecify.annotations.Nullable;

/** The instance around a core instance: knows which component and function are running, and owns the memories. */
public interface TrapSite {

    /**
     * A trap at the place that is running now. It is for the caller to throw; the instance is locked down already.
     *
     * @param reason what went wrong, without the place
     * @param cause what the engine or a host function threw, if anything
     */
    Trap trap(String reason, @Nullable Throwable cause);

    /** How deep calls are nested. */
    CoreCalls calls();

    /** A core instance has made that memory, which is to be freed with the instance around it. */
    void made(ArrayMemory memory);
}
