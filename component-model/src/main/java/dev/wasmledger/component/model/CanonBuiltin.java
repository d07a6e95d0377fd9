package dev.wasmledger.component.model;

import java.util.Arrays;
import java.util.Optional;

/** The canonical built-ins with the byte and the name of each (Binary.md, {@code canon}). */
public enum CanonBuiltin {
    RESOURCE_NEW(0x02, "resource.new"),
    RESOURCE_DROP(0x03, "resource.drop"),
    RESOURCE_REP(0x04, "resource.rep"),
    TASK_CANCEL(0x05, "task.cancel"),
    SUBTASK_CANCEL(0x06, "subtask.cancel"),
    TASK_RETURN(0x09, "task.return"),
    CONTEXT_GET(0x0a, "context.get"),
    CONTEXT_SET(0x0b, "context.set"),
    THREAD_YIELD(0x0c, "thread.yield"),
    SUBTASK_DROP(0x0d, "subtask.drop"),
    STREAM_NEW(0x0e, "stream.new"),
    STREAM_READ(0x0f, "stream.read"),
    STREAM_WRITE(0x10, "stream.write"),
    STREAM_CANCEL_READ(0x11, "stream.cancel-read"),
    STREAM_CANCEL_WRITE(0x12, "stream.cancel-write"),
    STREAM_DROP_READABLE(0x13, "stream.drop-readable"),
    STREAM_DROP_WRITABLE(0x14, "stream.drop-writable"),
    FUTURE_NEW(0x15, "future.new"),
    FUTURE_READ(0x16, "future.read"),
    FUTURE_WRITE(0x17, "future.write"),
    FUTURE_CANCEL_READ(0x18, "future.cancel-read"),
    FUTURE_CANCEL_WRITE(0x19, "future.cancel-write"),
    FUTURE_DROP_READABLE(0x1a, "future.drop-readable"),
    FUTURE_DROP_WRITABLE(0x1b, "future.drop-writable"),
    ERROR_CONTEXT_NEW(0x1c, "error-context.new"),
    ERROR_CONTEXT_DEBUG_MESSAGE(0x1d, "error-context.debug-message"),
    ERROR_CONTEXT_DROP(0x1e, "error-context.drop"),
    WAITABLE_SET_NEW(0x1f, "waitable-set.new"),
    WAITABLE_SET_WAIT(0x20, "waitable-set.wait"),
    WAITABLE_SET_POLL(0x21, "waitable-set.poll"),
    WAITABLE_SET_DROP(0x22, "waitable-set.drop"),
    WAITABLE_JOIN(0x23, "waitable.join"),
    BACKPRESSURE_INC(0x24, "backpressure.inc"),
    BACKPRESSURE_DEC(0x25, "backpressure.dec"),
    THREAD_INDEX(0x26, "thread.index"),
    THREAD_NEW_INDIRECT(0x27, "thread.new-indirect"),
    THREAD_RESUME_LATER(0x28, "thread.resume-later"),
    THREAD_SUSPEND(0x29, "thread.suspend"),
    THREAD_SUSPEND_THEN_RESUME(0x2a, "thread.suspend-then-resume"),
    THREAD_YIELD_THEN_RESUME(0x2b, "thread.yield-then-resume"),
    THREAD_SUSPEND_THEN_PROMOTE(0x2c, "thread.suspend-then-promote"),
    THREAD_YIELD_THEN_PROMOTE(0x2d, "thread.yield-then-promote"),
    THREAD_SPAWN_REF(0x40, "thread.spawn-ref"),
    THREAD_SPAWN_INDIRECT(0x41, "thread.spawn-indirect"),
    THREAD_AVAILABLE_PARALLELISM(0x42, "thread.available-parallelism");

    private final int code;
    private final String text;

    CanonBuiltin(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }

    public static Optional<CanonBuiltin> of(int code) {
        return Arrays.stream(values()).filter(builtin -> builtin.code == code).findFirst();
    }
}
