package dev.wasmledger.runtime.internal.instance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One component instance within a running graph (CanonicalABI.md, "ComponentInstance"). Plain fields: an instance
 * belongs to one thread at a time.
 */
public final class ComponentState {

    private static final int NOTHING = -1;

    /** Among those of the store. */
    final int index;

    final String path;

    final HandleTable handles = new HandleTable();

    boolean mayEnter = true;
    boolean mayLeave = true;

    /** CanonicalABI.md, {@code backpressure}: how often {@code backpressure.inc} was called and not taken back. */
    int backpressure;

    /** Whether the component has built-ins that ask about tasks: the others are spared the bookkeeping. */
    private boolean tracksTasks;

    private @Nullable Task task;

    /** The exported function that is running, for traps to name: its number in the store, -1 for none. */
    int running = NOTHING;

    /** What was running when functions of this instance were called from within it, or from an instance in it. */
    private final Deque<Integer> interrupted = new ArrayDeque<>();

    ComponentState(int index, String path) {
        this.index = index;
        this.path = path;
    }

    /** A function of this instance is called while another one runs: a destructor, for instance. */
    void interrupt() {
        interrupted.push(running);
    }

    void resume() {
        running = interrupted.pop();
    }

    void trackTasks() {
        tracksTasks = true;
    }

    /** A call of a function that is lifted the synchronous way begins. */
    void beginTask() {
        if (tracksTasks) {
            task = new Task(null, task);
        }
    }

    /** A call of a function that is lifted as {@code async} begins. */
    void beginTask(Consumer<long[]> onReturn) {
        task = new Task(onReturn, task);
    }

    void endTask() {
        if (task != null) {
            task = task.outer;
        }
    }

    /** The task that runs; one of its own while the component is instantiated, where the specification has none. */
    Task task() {
        if (task == null) {
            task = new Task(null, null);
        }
        return task;
    }
}
