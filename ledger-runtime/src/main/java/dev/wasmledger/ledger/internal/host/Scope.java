package dev.wasmledger.ledger.internal.host;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.TraceLine;
import dev.wasmledger.ledger.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.ledger.bindings.wasmledger.host.events.Events;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.internal.table.StateMisuseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is being done at the moment, which decides what a component may do. Belongs to one thread. */
public final class Scope implements Clock, Events {

    private boolean writing;
    private long now;
    private Optional<List<Event>> emitted = Optional.empty();
    private final List<TraceLine> trace = new ArrayList<>();

    /** A command begins. */
    public void beginCommand(long time) {
        writing = true;
        now = time;
        emitted = Optional.empty();
        trace.clear();
    }

    /** The command is over; from here on components can only answer questions. */
    public void endCommand() {
        writing = false;
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
    public List<Event> events() {
        return emitted.orElse(List.of());
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
