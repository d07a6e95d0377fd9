package dev.wasmledger.runtime.internal.core;

import dev.wasmledger.runtime.CoreFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many calls of core functions may still be nested within those of one instance that are running. Compiled functions
 * hand the number on in a parameter; it lies here only while a call is between two modules.
 */
public final class CoreCalls {

    /** As many frames as a trap names. */
    public static final int MAX_FRAMES = 32;

    private final int limit;

    /** For the call that comes next, itself counted. Whoever calls out of a module sets it, and finds it unchanged. */
    public int left;

    /** Of the interpreter; compiled functions are found on the JVM's stack. */
    private final Deque<Interpreted> interpreted = new ArrayDeque<>();

    private @Nullable Throwable unwinding;
    private List<CoreFrame> unwound = List.of();

    /** A function that the interpreter runs. */
    public interface Interpreted {

        /** It goes on with the instruction at that offset in its module. */
        void at(int offset);

        /** Where in it execution is; nothing for an import. */
        Optional<CoreFrame> frame();
    }

    /** Calls are nested deeper than the limit; the boundary of the instance turns it into a trap. */
    public static final class TooDeepException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooDeepException(int limit) {
            super("call depth limit of " + limit + " exceeded");
        }
    }

    public CoreCalls(int limit) {
        this.limit = limit;
        this.left = limit;
    }

    /** A call from the host begins. */
    public void reset() {
        left = limit;
        interpreted.clear();
    }

    /** What to throw where nothing is left. */
    public TooDeepException exceeded() {
        return new TooDeepException(limit);
    }

    /** The interpreter begins a function; {@link #end} must follow, whatever happens. */
    public void begin(Interpreted function) {
        if (left <= 0) {
            throw exceeded();
        }
        left--;
        interpreted.push(function);
    }

    public void end() {
        left++;
        interpreted.poll();
    }

    /** The innermost interpreted function goes on with the instruction at that offset in its module. */
    public void at(int offset) {
        interpreted.element().at(offset);
    }

    /** That was thrown in the interpreted function which runs now: remembers where, before the stack is gone. */
    public void unwinding(Throwable thrown) {
        if (!thrown.equals(unwinding)) {
            unwound = running();
            unwinding = thrown;
        }
    }

    /** The interpreted functions that were running where this was thrown, the innermost first. */
    public List<CoreFrame> interpretedStack(Throwable thrown) {
        return thrown.equals(unwinding) ? unwound : running();
    }

    private List<CoreFrame> running() {
        return interpreted.stream()
                .map(Interpreted::frame)
                .flatMap(Optional::stream)
                .limit(MAX_FRAMES)
                .toList();
    }
}
