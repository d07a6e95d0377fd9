package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Event;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One of two ledgers that are to answer alike, with a host of its own. */
final class Side {

    private final List<Event> events = new ArrayList<>();
    private final Supplier<Ledger> ledger;
    private long now;

    /** Makes what gives a ledger for each command, over a clock and whoever listens to events. */
    interface Maker {
        Supplier<Ledger> make(LongSupplier clock, Consumer<EventList> events);
    }

    Side(Maker maker) {
        ledger = maker.make(() -> now, events::addAll);
    }

    /** The side that knows. */
    static Side oracle() {
        return new Side((clock, events) -> {
            Oracle oracle = new Oracle(clock, events);
            return () -> oracle;
        });
    }

    /** The side that knows, behind policies that know. */
    static Side policedOracle() {
        return new Side((clock, events) -> {
            Ledger ledger = new Oracle(clock, events);
            for (PolicyRule rule : PolicyRules.all(clock).reversed()) {
                ledger = OracleGate.before(ledger, rule);
            }
            Ledger head = ledger;
            return () -> head;
        });
    }

    /** What the ledger said, and which events. */
    record Answer(Object said, List<Event> events) {}

    Answer carryOut(Step step) {
        now = step.now();
        events.clear();
        Object said = step.command().carryOut(ledger.get());
        return new Answer(said, List.copyOf(events));
    }
}
