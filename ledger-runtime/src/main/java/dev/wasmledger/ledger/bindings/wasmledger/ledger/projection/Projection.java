package dev.wasmledger.ledger.bindings.wasmledger.ledger.projection;

import java.util.List;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;

public interface Projection {
    void apply(List<Event> events);

    Report read();
}
