package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request's metadata by id. It is kept for what the request creates, and for nothing else. */
final class Texts {

    private final Map<U128, List<Entry>> entries = new HashMap<>();

    Texts(List<Metadata> metadata) {
        for (Metadata text : metadata) {
            entries.computeIfAbsent(text.id(), id -> new ArrayList<>()).addAll(text.entries());
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Keeps what the request says of that id. */
    void store(long idLow, long idHigh, Books books) {
        U128 id = new U128(idLow, idHigh);
        List<Entry> said = entries.getOrDefault(id, List.of());
        if (!said.isEmpty()) {
            books.addMetadata(id, said);
        }
    }
}
