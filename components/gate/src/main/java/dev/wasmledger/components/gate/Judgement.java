package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A batch with what a policy says of it. One objection holds a whole linked chain back: the transfer itself is
 * {@code vetoed}, the others of its chain are {@code linked-event-failed}. An answer that makes no sense holds all of it back
 * that the policy was asked about: what it meant is not known.
 */
final class Judgement {

    private static final TransferResult VETOED = new TransferResult(TransferStatus.VETOED, 0);
    private static final TransferResult CHAIN_FAILED = new TransferResult(TransferStatus.LINKED_EVENT_FAILED, 0);

    private final TransferList transfers;
    private final String policy;

    /** Why transfers must not pass, by their place in the batch. */
    private final TreeMap<Integer, String> reasons = new TreeMap<>();

    /** For each transfer of the batch, where it stands in what passes; -1 where it is held back. */
    private final int[] places;

    private final TransferList.Builder passed = TransferList.builder(0);
    private int passedCount;

    /**
     * A judgement of a policy that objects to something.
     *
     * @param asked where in the batch the transfers are that the policy was asked about
     */
    Judgement(TransferList transfers, int[] asked, List<Objection> objections, String policy) {
        this.transfers = transfers;
        this.policy = policy;
        this.places = new int[transfers.size()];
        for (Objection objection : objections) {
            if (Integer.compareUnsigned(objection.index(), asked.length) >= 0
                    || reasons.put(asked[objection.index()], objection.reason()) != null) {
                refuseAll(asked, objection.index());
                break;
            }
        }
        judgeChains();
    }

    private void refuseAll(int[] asked, int index) {
        String reason = "policy " + policy + " was asked about " + asked.length + " transfers and objects to number "
                + Integer.toUnsignedString(index)
                + (Integer.compareUnsigned(index, asked.length) < 0 ? " twice" : "");
        for (int place : asked) {
            reasons.put(place, reason);
        }
    }

    private void judgeChains() {
        int first = 0;
        for (int index = 0; index < transfers.size(); index++) {
            boolean endsChain = (transfers.flagsBits(index) & TransferFlags.LINKED.bits()) == 0;
            if (endsChain || index == transfers.size() - 1) {
                boolean passes = reasons.subMap(first, index + 1).isEmpty();
                for (int i = first; i <= index; i++) {
                    places[i] = passes ? passedCount++ : -1;
                    if (passes) {
                        passed.add(transfers, i);
                    }
                }
                first = index + 1;
            }
        }
    }

    /** What goes on to the ledger behind the gate: whole chains, in their order. */
    TransferList passed() {
        return passed.build();
    }

    /** What is held back and why, on one line. */
    String summary() {
        StringBuilder summary = new StringBuilder("objects to ")
                .append(reasons.size())
                .append(" of ")
                .append(transfers.size())
                .append(" transfers");
        reasons.forEach((index, reason) ->
                summary.append("; ").append(index).append(": ").append(reason));
        return summary.toString();
    }

    /** The results of the whole batch, given those of the transfers that passed. */
    TransferResults merge(TransferResults ofPassed) {
        int[] original = new int[passedCount];
        TransferResultList.Builder results = TransferResultList.builder(places.length);
        List<Veto> vetoes = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                original[places[i]] = i;
                results.add(ofPassed.results(), places[i]);
            } else {
                results.add(reasons.containsKey(i) ? VETOED : CHAIN_FAILED);
            }
        }
        reasons.forEach((index, reason) -> vetoes.add(new Veto(index, policy, reason)));
        for (Veto veto : ofPassed.vetoes()) {
            vetoes.add(new Veto(original[veto.index()], veto.policy(), veto.reason()));
        }
        Veto[] byIndex = vetoes.toArray(new Veto[0]);
        Arrays.sort(byIndex, (a, b) -> Integer.compare(a.index(), b.index()));
        return new TransferResults(results.build(), Arrays.asList(byIndex));
    }
}
