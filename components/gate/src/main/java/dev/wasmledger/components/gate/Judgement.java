package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferError;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A batch with what a policy says of it. One veto holds a whole linked chain back: the transfer itself is
 * {@code vetoed}, the others of its chain are {@code linked-event-failed}.
 */
final class Judgement {

    private final TransferList transfers;
    private final List<Optional<String>> vetoes;
    private final String policy;
    private final TransferList passed;

    /** For each transfer of the batch, what became of it at the gate; empty where it passed. */
    private final List<Optional<TransferOutcome>> heldBack = new ArrayList<>();

    Judgement(TransferList transfers, List<Optional<String>> vetoes, String policy) {
        this.transfers = transfers;
        this.vetoes = vetoes;
        this.policy = policy;
        TransferList.Builder passing = TransferList.builder(transfers.size());
        int start = 0;
        for (int index = 0; index < transfers.size(); index++) {
            boolean endsChain = !transfers.flags(index).contains(TransferFlags.LINKED);
            if (endsChain || index == transfers.size() - 1) {
                judgeChain(start, index + 1, passing);
                start = index + 1;
            }
        }
        this.passed = passing.build();
    }

    /** What goes on to the ledger behind the gate: whole chains, in their order. */
    TransferList passed() {
        return passed;
    }

    /** The outcomes of the whole batch, given those of the transfers that passed. */
    List<TransferOutcome> merge(List<TransferOutcome> outcomesOfPassed) {
        Iterator<TransferOutcome> rest = outcomesOfPassed.iterator();
        List<TransferOutcome> merged = new ArrayList<>();
        for (Optional<TransferOutcome> held : heldBack) {
            merged.add(held.isPresent() ? held.get() : rest.next());
        }
        return merged;
    }

    private void judgeChain(int start, int end, TransferList.Builder passing) {
        boolean passes = vetoes.subList(start, end).stream().allMatch(Optional::isEmpty);
        for (int i = start; i < end; i++) {
            if (passes) {
                passing.add(transfers, i);
                heldBack.add(Optional.empty());
            } else {
                heldBack.add(Optional.of(outcome(vetoes.get(i), policy)));
            }
        }
    }

    private static TransferOutcome outcome(Optional<String> veto, String policy) {
        return veto.isPresent()
                ? new TransferOutcome.Vetoed(new Veto(policy, veto.get()))
                : new TransferOutcome.Rejected(TransferError.LINKED_EVENT_FAILED);
    }
}
