package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.commit.Decisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who decided what became of each transfer of a command. */
final class Deciders {

    private Deciders() {}

    /** A policy decides what it vetoes, and the rest of the chain with it, of which the engine does not hear. */
    static List<String> of(List<Transfer> transfers, TransferResults results) {
        List<String> deciders = new ArrayList<>(Collections.nCopies(transfers.size(), Decisions.ENGINE));
        for (Veto veto : results.vetoes()) {
            for (int i = chainStart(transfers, veto.index()); i <= chainEnd(transfers, veto.index()); i++) {
                if (i == veto.index() || isHeldBack(results.results(), i)) {
                    deciders.set(i, veto.policy());
                }
            }
        }
        return deciders;
    }

    /** A gate answers without a time for what it keeps from the engine. */
    private static boolean isHeldBack(TransferResultList results, int index) {
        return results.status(index) == TransferStatus.LINKED_EVENT_FAILED && results.timestamp(index) == 0;
    }

    private static int chainStart(List<Transfer> transfers, int index) {
        int start = index;
        while (start > 0 && isLinked(transfers.get(start - 1))) {
            start--;
        }
        return start;
    }

    private static int chainEnd(List<Transfer> transfers, int index) {
        int end = index;
        while (end < transfers.size() - 1 && isLinked(transfers.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLinked(Transfer transfer) {
        return transfer.flags().contains(TransferFlags.LINKED);
    }
}
