package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.internal.core.Interruption;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets the {@link Watchdog} see which call of an instance is running, and on which thread, at the price of one store at
 * each end of a call.
 */
final class RunningCall {

    private static final VarHandle SEQUENCE;

    static {
        try {
            SEQUENCE = MethodHandles.lookup().findVarHandle(RunningCall.class, "sequence", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Duration limit;

    private @Nullable Thread thread;

    /** Odd while a call is running. Written by the calling thread alone. */
    private long sequence;

    private volatile boolean retired;

    RunningCall(Duration limit) {
        this.limit = limit;
        Watchdog.watch(this);
    }

    void begin() {
        Thread caller = Thread.currentThread();
        if (!caller.equals(thread)) {
            thread = caller;
        }
        SEQUENCE.setRelease(this, sequence + 1);
    }

    void end() {
        SEQUENCE.setRelease(this, sequence + 1);
    }

    /** No call is running any more, and none will come: a call that trapped never ends. */
    void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    Duration limit() {
        return limit;
    }

    /** Odd while a call is running; another number for each call. */
    long sequence() {
        return (long) SEQUENCE.getAcquire(this);
    }

    /** Stops the call with that number, if it is still running when its thread next looks. */
    void stop(long number) {
        Thread runner = thread;
        if (runner != null && isRunning(number)) {
            Interruption.stop(
                    runner,
                    new Interruption.Stopped("time limit of " + limit.toMillis() + " ms exceeded"),
                    () -> isRunning(number));
        }
    }

    private boolean isRunning(long number) {
        return !retired && sequence() == number;
    }
}
