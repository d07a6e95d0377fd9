package dev.wasmledger.ledger.internal.books;

import static dev.wasmledger.ledger.internal.books.ContradictionException.about;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.EventWords;
import dev.wasmledger.ledger.internal.frame.TransferWords;
import dev.wasmledger.ledger.internal.table.OrderedTable;

/** Takes the events of one command into the books, one after the other, or refuses one. */
final class EventTaker {

    private static final int CLOSING = TransferFlags.CLOSING_DEBIT.bits() | TransferFlags.CLOSING_CREDIT.bits();
    private static final int IMPORTED = TransferFlags.IMPORTED.bits();

    private final EventList events;
    private final EventRows rows;
    private final AssetSums assets;
    private final OrderedTable expiries;
    private final long now;
    private long last;

    /** What the event at hand does to both accounts: so much is added to what is pending, … */
    private long reservedLow;

    private long reservedHigh;
    /** … so much is taken from it, … */
    private long releasedLow;

    private long releasedHigh;
    /** … so much is added to what is posted, … */
    private long movedLow;

    private long movedHigh;
    /** … and these accounts are closed or opened. */
    private int closing;

    private boolean closes;

    private final EventWords words = new EventWords();
    /** The words of the event at hand. */
    private long[] said = {};

    EventTaker(EventList events, EventRows rows, AssetSums assets, OrderedTable expiries, long now) {
        this.events = events;
        this.rows = rows;
        this.assets = assets;
        this.expiries = expiries;
        this.now = now;
        this.last = now - 1;
    }

    /** Takes all of them; gives the last event's time, or the one before the command's where none was stamped by the engine. */
    long run(boolean expiring) throws ContradictionException {
        for (int event = 0; event < events.size(); event++) {
            take(event, expiring);
        }
        return last;
    }

    private void take(int event, boolean expiring) throws ContradictionException {
        said = words.of(events, event);
        EventKind kind = events.kind(event);
        int flags = events.transferFlagsBits(event);
        if (kind != (expiring ? EventKind.TWO_PHASE_EXPIRED : TransferWords.kind(flags))) {
            throw about("transfer {} comes with an event of kind {}", events.transferId(event), kind);
        }
        checkTime(event, expiring, flags);
        change(event, kind);
        boolean opens = kind == EventKind.TWO_PHASE_VOIDED || kind == EventKind.TWO_PHASE_EXPIRED;
        takeDebit(event, opens);
        takeCredit(event, opens);
        int asset = events.transferLedger(event);
        if (!assets.to(asset)) {
            throw about("asset {} does not exist", Integer.toUnsignedLong(asset));
        }
        assets.add(reservedLow, reservedHigh, releasedLow, releasedHigh, movedLow, movedHigh);
    }

    private void checkTime(int event, boolean expired, int flags) throws ContradictionException {
        long stamp = events.timestamp(event);
        if (!expired && stamp != events.transferTimestamp(event)) {
            throw about("transfer {} has another time than its event", events.transferId(event));
        }
        if (!expired && (flags & IMPORTED) != 0) {
            if (stamp <= 0 || stamp >= now) {
                throw about(
                        "transfer {} is imported, and stamped {}, which has not passed",
                        events.transferId(event),
                        stamp);
            }
        } else {
            if (stamp <= last) {
                throw about(
                        "transfer {} is stamped {}, which is not after what came before",
                        events.transferId(event),
                        stamp);
            }
            last = stamp;
        }
    }

    private void change(int event, EventKind kind) throws ContradictionException {
        reservedLow = reservedHigh = releasedLow = releasedHigh = movedLow = movedHigh = 0;
        closing = 0;
        closes = false;
        switch (kind) {
            case SINGLE_PHASE -> {
                rows.commit(said, TransferRow.NO_PHASE);
                move(event);
            }
            case TWO_PHASE_PENDING -> {
                rows.commit(said, TransferRow.OPEN);
                reserve(event);
            }
            case TWO_PHASE_POSTED -> {
                rows.commit(said, TransferRow.NO_PHASE);
                settle(
                        event,
                        events.transferPendingIdLow(event),
                        events.transferPendingIdHigh(event),
                        TransferRow.POSTED);
                move(event);
            }
            case TWO_PHASE_VOIDED -> {
                rows.commit(said, TransferRow.NO_PHASE);
                settle(
                        event,
                        events.transferPendingIdLow(event),
                        events.transferPendingIdHigh(event),
                        TransferRow.VOIDED);
            }
            case TWO_PHASE_EXPIRED ->
                settle(event, events.transferIdLow(event), events.transferIdHigh(event), TransferRow.EXPIRED);
        }
    }

    private void move(int event) {
        movedLow = events.transferAmountLow(event);
        movedHigh = events.transferAmountHigh(event);
    }

    private void reserve(int event) {
        reservedLow = events.transferAmountLow(event);
        reservedHigh = events.transferAmountHigh(event);
        closing = events.transferFlagsBits(event) & CLOSING;
        closes = true;
        if (TransferRow.expiry(rows.page, rows.at) != 0) {
            long[] id = {events.transferIdLow(event), events.transferIdHigh(event), 0, 0, 0, 0, 0, 0};
            expiries.put(expiryKey(), id);
        }
    }

    private void settle(int event, long low, long high, int phase) throws ContradictionException {
        if (!rows.toTransfer(low, high) || rows.phase() != TransferRow.OPEN) {
            throw about(
                    "transfer {} settles transfer {}, which is not pending",
                    events.transferId(event),
                    new U128(low, high));
        }
        long[] page = rows.page;
        int at = rows.at;
        long expiry = TransferRow.expiry(page, at);
        if (phase == TransferRow.EXPIRED && (expiry == 0 || expiry > now)) {
            throw about("transfer {} is said to have expired, and its time has not passed", events.transferId(event));
        }
        if (!TransferRow.isBetween(page, at, said)) {
            throw about("transfer {} settles one between other accounts", events.transferId(event));
        }
        releasedLow = TransferRow.amountLow(page, at);
        releasedHigh = TransferRow.amountHigh(page, at);
        if (Numbers.less(
                releasedLow, releasedHigh, events.transferAmountLow(event), events.transferAmountHigh(event))) {
            throw about(
                    "transfer {} moves more than transfer {} has reserved",
                    events.transferId(event),
                    new U128(low, high));
        }
        if (expiry != 0) {
            expiries.remove(expiryKey());
        }
        if (phase != TransferRow.POSTED) {
            closing = TransferRow.flags(page, at) & CLOSING;
        }
        rows.setPhase(phase);
    }

    private OrderedTable.Key expiryKey() {
        return new OrderedTable.Key(
                0, TransferRow.expiry(rows.page, rows.at), TransferRow.timestamp(rows.page, rows.at));
    }

    private void takeDebit(int event, boolean opens) throws ContradictionException {
        long low = events.debitAccountIdLow(event);
        long high = events.debitAccountIdHigh(event);
        if (low != events.transferDebitAccountIdLow(event) || high != events.transferDebitAccountIdHigh(event)) {
            throw about(
                    "transfer {} comes with another account than {}",
                    events.transferId(event),
                    events.transferDebitAccountId(event));
        }
        takeSide(
                event,
                low,
                high,
                opens,
                AccountRow.DEBITS_PENDING,
                TransferFlags.CLOSING_DEBIT,
                EventWords.DEBIT_FIELDS);
    }

    private void takeCredit(int event, boolean opens) throws ContradictionException {
        long low = events.creditAccountIdLow(event);
        long high = events.creditAccountIdHigh(event);
        if (low != events.transferCreditAccountIdLow(event) || high != events.transferCreditAccountIdHigh(event)) {
            throw about(
                    "transfer {} comes with another account than {}",
                    events.transferId(event),
                    events.transferCreditAccountId(event));
        }
        takeSide(
                event,
                low,
                high,
                opens,
                AccountRow.CREDITS_PENDING,
                TransferFlags.CLOSING_CREDIT,
                EventWords.CREDIT_FIELDS);
    }

    /**
     * One account of an event: the sums before and the change must be the sums that the event says.
     *
     * @param pending where a row has the sum of what is pending; that of what is posted is next to it
     * @param fields where the event's words have the account's fields
     */
    private void takeSide(int event, long low, long high, boolean opens, int pending, TransferFlags closed, int fields)
            throws ContradictionException {
        if (!rows.toAccount(low, high)) {
            throw about(
                    "transfer {} is on account {}, which does not exist",
                    events.transferId(event),
                    new U128(low, high));
        }
        long[] page = rows.page;
        int at = rows.at;
        if (AccountRow.ledger(page, at) != events.transferLedger(event)) {
            throw about(
                    "transfer {} is of another asset than account {}", events.transferId(event), new U128(low, high));
        }
        if (AccountRow.isClosed(page, at) && !opens) {
            throw about("transfer {} is on account {}, which is closed", events.transferId(event), new U128(low, high));
        }
        boolean tooMuch = Numbers.add(page, at + pending, reservedLow, reservedHigh);
        tooMuch |= Numbers.subtract(page, at + pending, releasedLow, releasedHigh);
        tooMuch |= Numbers.add(page, at + pending + 2, movedLow, movedHigh);
        if (tooMuch) {
            throw about("transfer {} overflows account {}", events.transferId(event), new U128(low, high));
        }
        if ((closing & closed.bits()) != 0) {
            AccountRow.close(page, at, closes);
        }
        if (!AccountRow.isEqual(page, at, said, fields)) {
            throw about(
                    "after transfer {}, account {} is not what the books make of it",
                    events.transferId(event),
                    new U128(low, high));
        }
        if (AccountRow.breaksItsLimit(page, at)) {
            throw about("transfer {} breaks the limit of account {}", events.transferId(event), new U128(low, high));
        }
    }
}
