package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.CoreFrame;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.abi.ExportBinder;
import dev.wasmledger.runtime.internal.core.ArrayMemory;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import dev.wasmledger.runtime.internal.core.CoreEngine;
import dev.wasmledger.runtime.internal.core.TrapSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A running graph of component instances that share one fate: what the host instantiated, and all that is nested in it.
 * Knows who is running, so that a trap can be named without keeping track of anything while there is none.
 */
public final class InstanceStore implements TrapSite {

    private final CoreEngine engine;
    private final Limits limits;
    private final List<ComponentState> components;
    private final List<Definer> definers;
    private final RunningCall running;

    /** Names of functions that are called. Calls hand on their numbers: a reference would have to be told to the collector. */
    private final List<String> functions = new ArrayList<>();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final CoreCalls calls;

    /** Index of the component instance whose code runs, or ran last, a number too. */
    int current;

    private HostDrop hostDrop = (resource, representation) -> {};
    private @Nullable ExportBinder binder;
    private final Map<Class<?>, Object> bindings = new HashMap<>();
    private final List<ArrayMemory> memories = new ArrayList<>();

    /** Those of all components together. */
    private int handles;

    private @Nullable Trap trap;

    /** Calls into a component to destroy a resource. */
    @FunctionalInterface
    public interface HostDrop {

        /** Destroys a resource of the type with that index among the plan's. */
        void drop(int resource, int representation);
    }

    /**
     * Of component instances that have not run yet.
     *
     * @param paths of all of them, the root's first
     * @param definers of each resource type, by index
     */
    public InstanceStore(CoreEngine engine, Limits limits, List<String> paths, List<Definer> definers) {
        this.engine = engine;
        this.limits = limits;
        this.components = IntStream.range(0, paths.size())
                .mapToObj(index -> new ComponentState(index, paths.get(index)))
                .toList();
        this.definers = definers;
        this.running = new RunningCall(limits.time());
        this.calls = new CoreCalls(limits.callDepth());
    }

    /** Whether it trapped or was closed: nothing can be called any more. */
    boolean isEnded() {
        return trap != null;
    }

    public Limits limits() {
        return limits;
    }

    public ComponentState component(int index) {
        return components.get(index);
    }

    /** The number of a function that is going to be called. */
    int numberOf(String function) {
        return numbers.computeIfAbsent(function, name -> {
            functions.add(name);
            return functions.size() - 1;
        });
    }

    private @Nullable String nameOf(int function) {
        return function < 0 ? null : functions.get(function);
    }

    /** Who defines the resource type with that index. */
    Definer definer(int resource) {
        return definers.get(resource);
    }

    boolean isDefinedBy(int resource, ComponentState component) {
        return definers.get(resource) instanceof Definer.Component(int index)
                && components.get(index).equals(component);
    }

    /** Sets what runs a component's destructor when the host drops a resource. */
    public void onHostDrop(HostDrop newDrop) {
        hostDrop = newDrop;
    }

    /** Sets the instance as the host sees it. */
    public void onBind(ExportBinder newBinder) {
        binder = newBinder;
    }

    <B> B binding(Class<B> type, Function<ExportBinder, B> bind) {
        ExportBinder from = Objects.requireNonNull(binder, "the instance is not finished");
        return type.cast(bindings.computeIfAbsent(type, t -> bind.apply(from)));
    }

    void dropFromHost(int resource, int representation) {
        hostDrop.drop(resource, representation);
    }

    /**
     * Instantiates something that belongs to a component; what traps meanwhile, traps there.
     */
    public <T> T instantiating(int component, Supplier<T> instantiation) {
        current = component;
        calls.reset();
        running.begin();
        try {
            T made = instantiation.get();
            running.end();
            return made;
        } catch (LinkException e) {
            throw e;
        } catch (Throwable thrown) {
            throw trapFor(thrown);
        }
    }

    @Override
    public Trap trap(String reason, @Nullable Throwable cause) {
        return trapIn(components.get(current), reason, cause);
    }

    Trap trapIn(ComponentState component, String reason, @Nullable Throwable cause) {
        return trapIn(component, reason, cause, cause == null ? new Throwable() : cause);
    }

    /**
     * A trap.
     *
     * @param origin whose stack trace has the core functions
     */
    private Trap trapIn(ComponentState component, String reason, @Nullable Throwable cause, Throwable origin) {
        List<CoreFrame> compiled = engine.coreStack(origin);
        List<CoreFrame> stack = compiled.isEmpty() ? calls.interpretedStack(origin) : compiled;
        return lockDown(new Trap(component.path, nameOf(component.running), reason, cause, stack));
    }

    /** What leaves the instance for the host, when this was thrown while it ran. */
    public Trap trapFor(Throwable thrown) {
        return switch (thrown) {
            case Trap placed when !placed.componentPath().isEmpty() -> lockDown(placed);
            case Trap unplaced -> trapIn(components.get(current), unplaced.reason(), unplaced.getCause(), unplaced);
            case NotBuiltException missing -> trap(missing.reason(), missing);
            case StackOverflowError deep -> trapIn(components.get(current), engine.trapReason(deep), null, deep);
            case CoreCalls.TooDeepException deep ->
                trapIn(components.get(current), engine.trapReason(deep), null, deep);
            case VirtualMachineError fatal -> throw fatal;
            default -> trap(engine.trapReason(thrown), thrown);
        };
    }

    private Trap lockDown(Trap happened) {
        if (trap == null) {
            trap = happened;
            running.retire();
        }
        return happened;
    }

    /** A call from the host begins. */
    void enterFromHost(ComponentState[] entered, int function) {
        Trap before = trap;
        if (before != null) {
            throw new Trap(
                    entered[0].path,
                    nameOf(function),
                    "cannot enter component instance: it is locked down since a trap",
                    before,
                    List.of());
        }
        // The root is among the entered ones of every call from the host, so it stands for all of them.
        if (!components.getFirst().mayEnter) {
            throw trapIn(entered[0], "cannot enter component instance: it is being called already", null);
        }
        calls.reset();
        running.begin();
        enter(entered, function);
    }

    void leaveToHost(ComponentState[] entered) {
        entered[0].endTask();
        for (ComponentState component : entered) {
            component.mayEnter = true;
        }
        running.end();
    }

    void enter(ComponentState[] entered, int function) {
        for (ComponentState component : entered) {
            component.mayEnter = false;
        }
        ComponentState callee = entered[0];
        current = callee.index;
        callee.running = function;
        callee.beginTask();
    }

    @Override
    public CoreCalls calls() {
        return calls;
    }

    @Override
    public void made(ArrayMemory memory) {
        memories.add(memory);
    }

    /** Counts a handle that a component gets. */
    void addHandle(ComponentState component) {
        if (handles == limits.resources()) {
            throw trapIn(component, "resource limit of " + handles + " handles exceeded", null);
        }
        handles++;
    }

    /** Counts a handle that a component gives up. */
    void removeHandle() {
        handles--;
    }

    /** Nothing can be called any more, and the memories are given back. */
    public void close() {
        memories.forEach(ArrayMemory::free);
        memories.clear();
        if (trap == null) {
            trap = new Trap(components.getFirst().path, null, "the instance is closed", null, List.of());
        }
        running.retire();
    }
}
