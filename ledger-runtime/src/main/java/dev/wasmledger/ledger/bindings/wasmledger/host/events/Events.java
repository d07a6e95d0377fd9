package dev.wasmledger.ledger.bindings.wasmledger.host.events;

import java.util.List;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;

public interface Events {
    void emit(List<Event> events);
}
