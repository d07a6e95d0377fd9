package dev.wasmledger.components.foureyes;

import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who asked for what waits: in the books, and in the batch that is being judged. */
final class Makers {

    private final Holds holds;
    private final long now;
    private final Map<U128, List<UInt128>> inBatch = new HashMap<>();

    Makers(Holds holds, long now) {
        this.holds = holds;
        this.now = now;
    }

    /** A transfer of the batch was let through. Which one of several with one id is committed, is not known yet. */
    void add(U128 pendingTransfer, UInt128 maker) {
        inBatch.computeIfAbsent(pendingTransfer, id -> new ArrayList<>()).add(maker);
    }

    /** All who may turn out to have asked for it; nobody where it does not wait, or no more. */
    List<UInt128> of(U128 pendingTransfer) {
        List<UInt128> makers = new ArrayList<>(inBatch.getOrDefault(pendingTransfer, List.of()));
        Optional<Holds.Hold> hold = holds.find(pendingTransfer);
        if (hold.isPresent() && !hold.get().isOver(now)) {
            makers.add(hold.get().maker());
        }
        return makers;
    }
}
