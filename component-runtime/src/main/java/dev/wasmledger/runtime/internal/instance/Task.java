package dev.wasmledger.runtime.internal.instance;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of a lifted function, for the built-ins that ask about it (CanonicalABI.md, "Tasks" and "Threads"). A task has
 * one thread here, and that thread never blocks: so much of the async ABI runs already, and the rest can grow from it.
 */
final class Task {

    /** The thread's storage, of {@code context.get} and {@code context.set}. */
    final long[] storage = new long[2];

    /** What takes the flat result from {@code task.return}; null for a function that returns it the synchronous way. */
    final @Nullable Consumer<long[]> onReturn;

    /** The task of the same component instance that this one interrupts, if any. */
    final @Nullable Task outer;

    boolean resolved;

    Task(@Nullable Consumer<long[]> onReturn, @Nullable Task outer) {
        this.onReturn = onReturn;
        this.outer = outer;
    }
}
