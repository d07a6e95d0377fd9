package dev.wasmledger.ledger.internal.host;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.TraceLine;
import dev.wasmledger.ledger.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.ledger.bindings.wasmledger.host.events.Events;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.table.StateMisuseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is being done at the moment, which decides what a component may do. Belongs to one thread. */
public final class Scope implements Clock, Events {

    private static final EventList NONE = EventList.of();

    private boolean writing;
    private long now;
    private Optional<EventList> emitted = Optional.empty();
    private final Set<U128> derived = new HashSet<>();
    private final List<TraceLine> trace = new ArrayList<>();

    /** A command begins. */
    public void beginCommand(long time) {
        writing = true;
        now = time;
        emitted = Optional.empty();
        derived.clear();
        trace.clear();
    }

    /** The command is over; from here on components can only answer questions. */
    public void endCommand() {
        writing = false;
    }

    /** Remembers an id that a component was given. */
    void derived(U128 id) {
        derived.add(id);
    }

    /** Whether a component was given that id, by its halves, since the command began. */
    public boolean hasDerived(long low, long high) {
        return derived.contains(new U128(low, high));
    }

    /** Takes a line of an instance's trace. */
    public void trace(String instance, String line) {
        if (trace.size() < Limits.TRACE_LINES) {
            trace.add(new TraceLine(instance, line));
        }
    }

    /** What the components have said about the command since it began. */
    public List<TraceLine> traced() {
        return List.copyOf(trace);
    }

    /** What the components have emitted since the command began. */
    public EventList events() {
        return emitted.orElse(NONE);
    }

    /** Refuses what only a command may do. */
    void checkWriting() {
        if (!writing) {
            throw new StateMisuseException("nothing may be written outside a command");
        }
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void emit(EventList events) {
        checkWriting();
        if (emitted.isPresent()) {
            throw new StateMisuseException("events were emitted a second time in one command");
        }
        emitted = Optional.of(events);
    }
}
