package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Outcomes against events: each transfer with the outcome {@code committed} has one event, in the request's order, and says
 * in it what the request said. Further events are of transfers that a middleware added, never of one that was not committed.
 */
record CommitCheck(List<Transfer> transfers, List<TransferOutcome> outcomes, List<Event> events) {

    void run() throws ContradictionException {
        Books.refuse(
                transfers.size() != outcomes.size(),
                "there are {} outcomes where {} were expected",
                outcomes.size(),
                transfers.size());
        List<Transfer> committed = committed();
        Set<U128> requested = new HashSet<>();
        transfers.forEach(transfer -> requested.add(transfer.id()));
        int next = 0;
        for (Event event : events) {
            Transfer transfer = event.transfer();
            if (next < committed.size()
                    && transfer.id().equals(committed.get(next).id())) {
                Books.refuse(
                        !sameButForTime(transfer, committed.get(next)),
                        "transfer {} was committed otherwise than it was requested",
                        transfer.id());
                next++;
            } else {
                Books.refuse(
                        requested.contains(transfer.id()),
                        "transfer {} was committed, and its outcome or its place says that it was not",
                        transfer.id());
            }
        }
        if (next < committed.size()) {
            throw ContradictionException.about(
                    "transfer {} is said to be committed, and no event says so",
                    committed.get(next).id());
        }
    }

    private List<Transfer> committed() {
        List<Transfer> committed = new ArrayList<>(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            if (outcomes.get(i) instanceof TransferOutcome.Committed) {
                committed.add(transfers.get(i));
            }
        }
        return committed;
    }

    private static boolean sameButForTime(Transfer a, Transfer b) {
        return a.debitAccount().equals(b.debitAccount())
                && a.creditAccount().equals(b.creditAccount())
                && a.amount().equals(b.amount())
                && a.userData().equals(b.userData())
                && a.ledger() == b.ledger()
                && a.code() == b.code()
                && a.flags().equals(b.flags());
    }
}
