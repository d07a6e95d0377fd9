package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Results against events: each transfer that is said to be created has one event, in the request's order, and says in it
 * what the request said. Further events are of transfers that a middleware added, never of one that was not created.
 */
record CommitCheck(List<Transfer> transfers, TransferResults answer, List<Event> events) {

    private static final int SETTLES =
            TransferFlags.POST_PENDING_TRANSFER.bits() | TransferFlags.VOID_PENDING_TRANSFER.bits();
    private static final int BALANCING = TransferFlags.BALANCING_DEBIT.bits() | TransferFlags.BALANCING_CREDIT.bits();

    void run() throws ContradictionException {
        List<TransferResult> results = answer.results();
        Books.refuse(
                transfers.size() != results.size(),
                "there are {} outcomes where {} were expected",
                results.size(),
                transfers.size());
        checkVetoes();
        Set<U128> requested = new HashSet<>();
        transfers.forEach(transfer -> requested.add(transfer.id()));
        List<Integer> created = created();
        int next = 0;
        for (Event event : events) {
            U128 id = event.transfer().id();
            if (next < created.size()
                    && id.equals(transfers.get(created.get(next)).id())) {
                int index = created.get(next);
                Books.refuse(
                        !isWhatWasAsked(transfers.get(index), event.transfer()),
                        "transfer {} was committed otherwise than it was requested",
                        id);
                Books.refuse(
                        event.timestamp() != results.get(index).timestamp(),
                        "transfer {} has another time in its outcome than in its event",
                        id);
                next++;
            } else {
                Books.refuse(
                        requested.contains(id),
                        "transfer {} was committed, and its outcome or its place says that it was not",
                        id);
            }
        }
        if (next < created.size()) {
            throw ContradictionException.about(
                    "transfer {} is said to be committed, and no event says so",
                    transfers.get(created.get(next)).id());
        }
    }

    /** Each veto has its reason, and each reason its veto. */
    private void checkVetoes() throws ContradictionException {
        int last = -1;
        for (Veto veto : answer.vetoes()) {
            Books.refuse(
                    veto.index() <= last
                            || veto.index() >= transfers.size()
                            || answer.results().get(veto.index()).status() != TransferStatus.VETOED,
                    "there is a veto of item {}, which does not say so",
                    Integer.toUnsignedString(veto.index()));
            last = veto.index();
        }
        long vetoed = answer.results().stream()
                .filter(result -> result.status() == TransferStatus.VETOED)
                .count();
        Books.refuse(
                vetoed != answer.vetoes().size(),
                "{} transfers are vetoed, and there are {} reasons",
                vetoed,
                answer.vetoes().size());
    }

    private List<Integer> created() {
        List<Integer> created = new ArrayList<>(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            if (answer.results().get(i).status() == TransferStatus.CREATED) {
                created.add(i);
            }
        }
        return created;
    }

    private static boolean isWhatWasAsked(Transfer asked, Transfer committed) {
        boolean settles = (asked.flags().bits() & SETTLES) != 0;
        return asked.flags().equals(committed.flags())
                && asked.pendingId().equals(committed.pendingId())
                && asked.timeout() == committed.timeout()
                && (asked.timestamp() == 0 || asked.timestamp() == committed.timestamp())
                && isAmountAsked(asked, committed)
                && isAsked(asked.debitAccountId(), committed.debitAccountId(), settles)
                && isAsked(asked.creditAccountId(), committed.creditAccountId(), settles)
                && isAsked(asked.userData128(), committed.userData128(), settles)
                && isAsked(asked.userData64(), committed.userData64(), settles)
                && isAsked(asked.userData32(), committed.userData32(), settles)
                && isAsked(asked.ledger(), committed.ledger(), settles)
                && isAsked(asked.code(), committed.code(), settles);
    }

    private static boolean isAmountAsked(Transfer asked, Transfer committed) {
        boolean leftOpen = asked.flags().contains(TransferFlags.VOID_PENDING_TRANSFER)
                ? Numbers.isZero(asked.amount())
                : asked.flags().contains(TransferFlags.POST_PENDING_TRANSFER) && Numbers.isMax(asked.amount());
        if (leftOpen || asked.amount().equals(committed.amount())) {
            return true;
        }
        return (asked.flags().bits() & BALANCING) != 0 && Numbers.less(committed.amount(), asked.amount());
    }

    /** What a post or a void leaves open is filled in. */
    private static boolean isAsked(U128 asked, U128 committed, boolean mayBeOpen) {
        return asked.equals(committed) || (mayBeOpen && Numbers.isZero(asked));
    }

    private static boolean isAsked(long asked, long committed, boolean mayBeOpen) {
        return asked == committed || (mayBeOpen && asked == 0);
    }
}
