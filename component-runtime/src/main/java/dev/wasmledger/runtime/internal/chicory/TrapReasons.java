package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.TrapException;
import com.dylibso.chicory.wasm.ChicoryException;
import dev.wasmledger.runtime.internal.core.Interruption;

/** What the engine throws, in the words of the core specification's test suite. */
final class TrapReasons {

    private TrapReasons() {}

    /** The reason for a trap that this was thrown for; host functions' own exceptions are not meant. */
    static String of(Throwable thrown) {
        return switch (thrown) {
            case StackOverflowError e -> "call stack exhausted";
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
