package dev.wasmledger.ledger.bindings.wasmledger.host.events;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import java.util.List;

public interface Events {
    void emit(List<Event> events);
}
