package dev.wasmledger.ledger.internal.books;

import static dev.wasmledger.ledger.internal.books.ContradictionException.about;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Results against events: each transfer that is said to be created has one event, in the request's order, and says in it
 * what the request said. Further events are of transfers that a middleware added, never of one that was not created.
 */
record CommitCheck(TransferList transfers, TransferResultList results, List<Veto> vetoes, EventList events) {

    private static final int POST = TransferFlags.POST_PENDING_TRANSFER.bits();
    private static final int VOID = TransferFlags.VOID_PENDING_TRANSFER.bits();
    private static final int BALANCING = TransferFlags.BALANCING_DEBIT.bits() | TransferFlags.BALANCING_CREDIT.bits();

    void run() throws ContradictionException {
        if (transfers.size() != results.size()) {
            throw about("there are {} outcomes where {} were expected", results.size(), transfers.size());
        }
        checkVetoes();
        Set<U128> requested = Set.of();
        int next = created(0);
        for (int event = 0; event < events.size(); event++) {
            if (next < transfers.size() && isSameId(next, event)) {
                checkCommitted(next, event);
                next = created(next + 1);
            } else {
                requested = requested.isEmpty() ? ids() : requested;
                if (requested.contains(events.transferId(event))) {
                    throw about(
                            "transfer {} was committed, and its outcome or its place says that it was not",
                            events.transferId(event));
                }
            }
        }
        if (next < transfers.size()) {
            throw about("transfer {} is said to be committed, and no event says so", transfers.id(next));
        }
    }

    /** Each veto has its reason, and each reason its veto. */
    private void checkVetoes() throws ContradictionException {
        int last = -1;
        for (Veto veto : vetoes) {
            if (veto.index() <= last
                    || veto.index() >= transfers.size()
                    || results.status(veto.index()) != TransferStatus.VETOED) {
                throw about(
                        "there is a veto of item {}, which does not say so", Integer.toUnsignedString(veto.index()));
            }
            last = veto.index();
        }
        int vetoed = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.status(i) == TransferStatus.VETOED) {
                vetoed++;
            }
        }
        if (vetoed != vetoes.size()) {
            throw about("{} transfers are vetoed, and there are {} reasons", vetoed, vetoes.size());
        }
    }

    /** The first transfer from there on that is said to be created; as many as there are where none is. */
    private int created(int from) {
        int index = from;
        while (index < results.size() && results.status(index) != TransferStatus.CREATED) {
            index++;
        }
        return index;
    }

    private Set<U128> ids() {
        Set<U128> ids = new HashSet<>();
        for (int i = 0; i < transfers.size(); i++) {
            ids.add(transfers.id(i));
        }
        return ids;
    }

    private boolean isSameId(int index, int event) {
        return transfers.idLow(index) == events.transferIdLow(event)
                && transfers.idHigh(index) == events.transferIdHigh(event);
    }

    private void checkCommitted(int index, int event) throws ContradictionException {
        if (!isWhatWasAsked(index, event)) {
            throw about("transfer {} was committed otherwise than it was requested", events.transferId(event));
        }
        if (events.timestamp(event) != results.timestamp(index)) {
            throw about("transfer {} has another time in its outcome than in its event", events.transferId(event));
        }
    }

    private boolean isWhatWasAsked(int asked, int committed) {
        int flags = transfers.flagsBits(asked);
        long timestamp = transfers.timestamp(asked);
        return flags == events.transferFlagsBits(committed)
                && transfers.pendingIdLow(asked) == events.transferPendingIdLow(committed)
                && transfers.pendingIdHigh(asked) == events.transferPendingIdHigh(committed)
                && transfers.timeout(asked) == events.transferTimeout(committed)
                && (timestamp == 0 || timestamp == events.transferTimestamp(committed))
                && isAmountAsked(asked, committed, flags)
                && isRestAsked(asked, committed, (flags & (POST | VOID)) != 0);
    }

    private boolean isAmountAsked(int asked, int committed, int flags) {
        long low = transfers.amountLow(asked);
        long high = transfers.amountHigh(asked);
        boolean leftOpen = (flags & VOID) != 0 ? (low | high) == 0 : (flags & POST) != 0 && (low & high) == -1;
        long committedLow = events.transferAmountLow(committed);
        long committedHigh = events.transferAmountHigh(committed);
        return leftOpen
                || (low == committedLow && high == committedHigh)
                || ((flags & BALANCING) != 0 && Numbers.less(committedLow, committedHigh, low, high));
    }

    /** What a post or a void leaves open is filled in. */
    private boolean isRestAsked(int asked, int committed, boolean mayBeOpen) {
        return isAsked(
                        transfers.debitAccountIdLow(asked),
                        transfers.debitAccountIdHigh(asked),
                        events.transferDebitAccountIdLow(committed),
                        events.transferDebitAccountIdHigh(committed),
                        mayBeOpen)
                && isAsked(
                        transfers.creditAccountIdLow(asked),
                        transfers.creditAccountIdHigh(asked),
                        events.transferCreditAccountIdLow(committed),
                        events.transferCreditAccountIdHigh(committed),
                        mayBeOpen)
                && isAsked(
                        transfers.userData128Low(asked),
                        transfers.userData128High(asked),
                        events.transferUserData128Low(committed),
                        events.transferUserData128High(committed),
                        mayBeOpen)
                && isAsked(transfers.userData64(asked), 0, events.transferUserData64(committed), 0, mayBeOpen)
                && isAsked(transfers.userData32(asked), 0, events.transferUserData32(committed), 0, mayBeOpen)
                && isAsked(transfers.ledger(asked), 0, events.transferLedger(committed), 0, mayBeOpen)
                && isAsked(transfers.code(asked), 0, events.transferCode(committed), 0, mayBeOpen);
    }

    private static boolean isAsked(long low, long high, long committedLow, long committedHigh, boolean mayBeOpen) {
        return (low == committedLow && high == committedHigh) || (mayBeOpen && (low | high) == 0);
    }
}
