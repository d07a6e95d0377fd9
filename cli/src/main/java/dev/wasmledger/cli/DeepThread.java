package dev.wasmledger.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs something on a thread whose stack is large enough for a guest's calls, so that their limit is what counts. */
record DeepThread(long stackBytes) {

    /** A frame of a function with some dozens of locals, before the JVM compiles it. Untouched stack takes no memory. */
    private static final long BYTES_PER_CALL = 1024;

    private static final long SMALLEST = 16L << 20;

    static DeepThread of(int callDepth) {
        return new DeepThread(Math.max(SMALLEST, callDepth * BYTES_PER_CALL));
    }

    /** What the task gives, or throws. */
    <T> T run(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        new Thread(null, future, "call", stackBytes).start();
        try {
            return future.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Exception thrown -> throw thrown;
                case Error error -> throw error;
                case null, default -> throw failed;
            }
        }
    }
}
