package dev.wasmledger.components.roguepolicy;

import dev.wasmledger.components.roguepolicy.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.roguepolicy.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.roguepolicy.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.roguepolicy.bindings.wasmledger.types.types.TransferResultList;
import java.util.ArrayList;
import java.util.List;

/** Has nothing against a batch, unless its last transfer has one of these codes. */
public final class RoguePolicy implements Policy {

    private static final int LOOPS = 101;
    private static final int EXHAUSTS_MEMORY = 102;
    private static final int TRAPS = 103;
    private static final int RECURSES = 104;
    private static final int OBJECTS_TO_WHAT_IS_NOT_THERE = 105;
    private static final int OBJECTS_TWICE = 106;
    private static final int TRAPS_WHEN_SETTLED = 107;

    private static final int MEBIBYTE = 1 << 20;

    private long turns;

    @Override
    public List<Objection> check(TransferList transfers) {
        switch (code(transfers)) {
            case LOOPS -> loop();
            case EXHAUSTS_MEMORY -> exhaustMemory();
            case TRAPS -> throw new IllegalStateException("the policy traps");
            case RECURSES -> turns = recurse(1);
            case OBJECTS_TO_WHAT_IS_NOT_THERE -> {
                return List.of(new Objection(transfers.size() + 6, "it is not there"));
            }
            case OBJECTS_TWICE -> {
                return List.of(new Objection(0, "once"), new Objection(0, "twice"));
            }
            default -> turns++;
        }
        return List.of();
    }

    @Override
    public void settled(TransferList transfers, TransferResultList results) {
        if (code(transfers) == TRAPS_WHEN_SETTLED) {
            throw new IllegalStateException("the policy traps when all is decided");
        }
    }

    private static int code(TransferList transfers) {
        return transfers.isEmpty() ? 0 : transfers.code(transfers.size() - 1);
    }

    private void loop() {
        // Ends when the sum of an even number and an odd one is even.
        while ((turns & 1) == ((turns + 2) & 1)) {
            turns++;
        }
    }

    private void exhaustMemory() {
        List<byte[]> held = new ArrayList<>();
        while (held.size() < Integer.MAX_VALUE) {
            held.add(new byte[MEBIBYTE]);
        }
        turns = held.size();
    }

    private long recurse(long depth) {
        return depth < 0 ? depth : 1 + recurse(depth + 1);
    }
}
