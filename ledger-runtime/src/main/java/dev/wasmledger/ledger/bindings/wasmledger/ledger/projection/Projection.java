package dev.wasmledger.ledger.bindings.wasmledger.ledger.projection;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import java.util.List;

public interface Projection {
    void apply(List<Event> events);

    Report read();
}
