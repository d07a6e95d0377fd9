package dev.wasmledger.components.fees;

import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A batch with its fees. Each fee stands directly ahead of the transfer that it comes with and is linked to it, so that the
 * transfer itself stays as it was asked for, and both are committed or neither is.
 */
final class ChargedBatch {

    private final TransferList charged;

    /** For each transfer asked for, where it stands among the charged ones. */
    private final int[] places;

    /** Whether its fee stands ahead of it. */
    private final boolean[] hasFee;

    /**
     * A batch.
     *
     * @param known which of the transfers have been decided: they are asked for again, and cost nothing more
     * @param derive the id of a fee, by the id of its transfer
     */
    ChargedBatch(TransferList asked, boolean[] known, Rule rule, UnaryOperator<U128> derive) {
        TransferList.Builder builder = TransferList.builder(2 * asked.size());
        places = new int[asked.size()];
        hasFee = new boolean[asked.size()];
        int next = 0;
        for (int i = 0; i < asked.size(); i++) {
            Transfer transfer = asked.get(i);
            if (!known[i] && rule.charges(transfer)) {
                builder.add(rule.fee(transfer, derive.apply(transfer.id())));
                hasFee[i] = true;
                next++;
            }
            builder.add(asked, i);
            places[i] = next++;
        }
        charged = builder.build();
    }

    /** What the ledger behind is asked to commit. */
    TransferList transfers() {
        return charged;
    }

    /** What became of what was asked for, in its length and order. */
    TransferResults answer(TransferResults results) {
        TransferResultList.Builder answer = TransferResultList.builder(places.length);
        Map<Integer, Veto> vetoes = new HashMap<>();
        for (Veto veto : results.vetoes()) {
            vetoes.put(veto.index(), veto);
        }
        List<Veto> answered = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            int decisive = decisive(i, results.results());
            answer.add(results.results(), decisive);
            Veto veto = vetoes.get(decisive);
            if (veto != null) {
                String about = decisive == places[i] ? "" : "its fee: ";
                answered.add(new Veto(i, veto.policy(), about + veto.reason()));
            }
        }
        return new TransferResults(answer.build(), answered);
    }

    /** Whose result says what became of a transfer: its own, unless it failed because its fee did. */
    private int decisive(int index, TransferResultList results) {
        int place = places[index];
        boolean chainFailed = results.status(place) == TransferStatus.LINKED_EVENT_FAILED;
        return hasFee[index] && chainFailed && isReason(results.status(place - 1)) ? place - 1 : place;
    }

    private static boolean isReason(TransferStatus fee) {
        return fee != TransferStatus.CREATED && fee != TransferStatus.LINKED_EVENT_FAILED;
    }
}
