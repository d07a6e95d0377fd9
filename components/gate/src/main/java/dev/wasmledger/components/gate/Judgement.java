package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferError;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferFlags;
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

    private final List<Transfer> passed = new ArrayList<>();

    /** For each transfer of the batch, what became of it at the gate; empty where it passed. */
    private final List<Optional<TransferOutcome>> heldBack = new ArrayList<>();

    Judgement(List<Transfer> transfers, List<Optional<String>> vetoes, String policy) {
        int start = 0;
        for (int index = 0; index < transfers.size(); index++) {
            boolean endsChain = !transfers.get(index).flags().contains(TransferFlags.LINKED);
            if (endsChain || index == transfers.size() - 1) {
                judgeChain(transfers.subList(start, index + 1), vetoes.subList(start, index + 1), policy);
                start = index + 1;
            }
        }
    }

    /** What goes on to the ledger behind the gate: whole chains, in their order. */
    List<Transfer> passed() {
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

    private void judgeChain(List<Transfer> chain, List<Optional<String>> vetoes, String policy) {
        boolean passes = vetoes.stream().allMatch(Optional::isEmpty);
        for (int i = 0; i < chain.size(); i++) {
            if (passes) {
                passed.add(chain.get(i));
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
