package dev.wasmledger.runtime.internal.core;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Stops a thread that runs compiled WebAssembly, also within a tight loop. Compiled code asks {@link #check()} at each
 * call and loop edge. While nobody is to be stopped, the question is a constant for the JIT and costs nothing; raising
 * the flag makes it discard that code, everywhere, until the last stop is delivered or outdated.
 */
public final class Interruption {

    private static final MutableCallSite RAISED = new MutableCallSite(MethodHandles.constant(boolean.class, false));
    private static final MethodHandle IS_RAISED = RAISED.dynamicInvoker();

    /** Guarded by the class. */
    private static final Map<Thread, Stop> STOPS = new HashMap<>();

    private record Stop(Stopped stopped, BooleanSupplier isMeant) {}

    /** What a stopped thread gets thrown; the boundary of the instance turns it into a trap. */
    public static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Stopped(String reason) {
            super(reason, null, false, false);
        }
    }

    private Interruption() {}

    /** Called by compiled code. */
    public static void check() {
        if (isRaised()) {
            deliver(Thread.currentThread());
        }
    }

    /**
     * The thread gets {@code stopped} at its next call or loop edge.
     *
     * @param isMeant asked before that, on any thread: whether the thread still does what it is to be stopped in
     */
    public static synchronized void stop(Thread thread, Stopped stopped, BooleanSupplier isMeant) {
        STOPS.put(thread, new Stop(stopped, isMeant));
        raise(true);
    }

    /** Takes back what came too late. */
    public static synchronized void withdrawOutdated() {
        if (STOPS.values().removeIf(stop -> !stop.isMeant.getAsBoolean()) && STOPS.isEmpty()) {
            raise(false);
        }
    }

    private static synchronized void deliver(Thread thread) {
        Stop stop = STOPS.remove(thread);
        if (stop == null) {
            return;
        }
        if (STOPS.isEmpty()) {
            raise(false);
        }
        if (stop.isMeant.getAsBoolean()) {
            throw stop.stopped;
        }
    }

    private static boolean isRaised() {
        try {
            return (boolean) IS_RAISED.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void raise(boolean raised) {
        RAISED.setTarget(MethodHandles.constant(boolean.class, raised));
        MutableCallSite.syncAll(new MutableCallSite[] {RAISED});
    }
}
