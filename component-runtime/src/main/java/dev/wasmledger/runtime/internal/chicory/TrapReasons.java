package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.TrapException;
import com.dylibso.chicory.wasm.ChicoryException;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import dev.wasmledger.runtime.internal.core.Interruption;

/** What the engine throws, in the words of the core specification's test suite. */
final class TrapReasons {

    private static final String STACK_EXHAUSTED = "call depth limit exceeded: the thread's stack holds no more calls";

    private TrapReasons() {}

    /** The reason for a trap that this was thrown for; host functions' own exceptions are not meant. */
    static String of(Throwable thrown) {
        return switch (thrown) {
            case StackOverflowError e -> STACK_EXHAUSTED;
            case CoreCalls.TooDeepException e -> message(e);
            case ChicoryException e when e.getCause() instanceof StackOverflowError -> STACK_EXHAUSTED;
            case Interruption.Stopped e -> message(e);
            case TrapException e when message(e).contains("unreachable") -> "unreachable";
            case ChicoryException e -> message(e);
            default -> thrown.toString();
        };
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
