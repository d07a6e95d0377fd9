package dev.wasmledger.ledger.internal.books;

import static dev.wasmledger.ledger.internal.books.Books.refuse;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;

/** Takes the events of one command into the books, or refuses one. */
final class EventTaker {

    private final HashedTable accounts;
    private final HashedTable assets;
    private final HashedTable pending;
    private final OrderedTable expiries;
    private final long now;
    private long last;

    EventTaker(HashedTable accounts, HashedTable assets, HashedTable pending, OrderedTable expiries, long now) {
        this.accounts = accounts;
        this.assets = assets;
        this.pending = pending;
        this.expiries = expiries;
        this.now = now;
        this.last = now - 1;
    }

    /** The last event's time, or the one before the command's where none was stamped by the engine. */
    long last() {
        return last;
    }

    void take(Event event, boolean expiring) throws ContradictionException {
        U128 id = event.transfer().id();
        boolean expired = event.kind() == EventKind.TWO_PHASE_EXPIRED;
        refuse(expired != expiring, "transfer {} comes with an event of kind {}", id, event.kind());
        refuse(
                event.kind() != kind(event.transfer(), expired),
                "transfer {} comes with an event of kind {}",
                id,
                event.kind());
        checkTime(event, expired);
        Change change = change(event);
        takeSide(event, event.debitAccount(), event.transfer().debitAccountId(), true, change);
        takeSide(event, event.creditAccount(), event.transfer().creditAccountId(), false, change);
        takeAsset(event.transfer().ledger(), change);
    }

    /**
     * What an event does to both accounts.
     *
     * @param reserved is added to what is pending
     * @param released is taken from what is pending
     * @param moved is added to what is posted
     * @param closing says whose accounts are closed or opened
     */
    private record Change(U128 reserved, U128 released, U128 moved, int closing, boolean closes) {}

    private static final U128 ZERO = new U128(0, 0);
    private static final int CLOSING = TransferFlags.CLOSING_DEBIT.bits() | TransferFlags.CLOSING_CREDIT.bits();

    private static EventKind kind(Transfer transfer, boolean expired) {
        if (expired) {
            return EventKind.TWO_PHASE_EXPIRED;
        }
        if (transfer.flags().contains(TransferFlags.POST_PENDING_TRANSFER)) {
            return EventKind.TWO_PHASE_POSTED;
        }
        if (transfer.flags().contains(TransferFlags.VOID_PENDING_TRANSFER)) {
            return EventKind.TWO_PHASE_VOIDED;
        }
        return transfer.flags().contains(TransferFlags.PENDING) ? EventKind.TWO_PHASE_PENDING : EventKind.SINGLE_PHASE;
    }

    private void checkTime(Event event, boolean expired) throws ContradictionException {
        U128 id = event.transfer().id();
        long stamp = event.timestamp();
        refuse(!expired && stamp != event.transfer().timestamp(), "transfer {} has another time than its event", id);
        if (!expired && event.transfer().flags().contains(TransferFlags.IMPORTED)) {
            refuse(
                    stamp <= 0 || stamp >= now,
                    "transfer {} is imported, and stamped {}, which has not passed",
                    id,
                    stamp);
        } else {
            refuse(stamp <= last, "transfer {} is stamped {}, which is not after what came before", id, stamp);
            last = stamp;
        }
    }

    private Change change(Event event) throws ContradictionException {
        Transfer transfer = event.transfer();
        return switch (event.kind()) {
            case SINGLE_PHASE -> new Change(ZERO, ZERO, transfer.amount(), 0, false);
            case TWO_PHASE_PENDING -> open(transfer);
            case TWO_PHASE_POSTED, TWO_PHASE_VOIDED -> settle(transfer, transfer.pendingId(), event.kind());
            case TWO_PHASE_EXPIRED -> {
                long[] row = pendingRow(transfer, transfer.id());
                long expiry = PendingRow.expiry(row);
                refuse(
                        expiry == 0 || expiry > now,
                        "transfer {} is said to have expired, and its time has not passed",
                        transfer.id());
                yield settle(transfer, transfer.id(), event.kind());
            }
        };
    }

    private Change open(Transfer transfer) throws ContradictionException {
        U128 id = transfer.id();
        long[] row = PendingRow.of(transfer);
        refuse(
                pending.get(id.low(), id.high(), new long[PendingRow.WIDTH]),
                "transfer {} was committed a second time",
                id);
        pending.put(id.low(), id.high(), row);
        if (PendingRow.expiry(row) != 0) {
            expiries.put(expiryKey(row), new long[] {id.low(), id.high(), 0, 0, 0, 0, 0, 0});
        }
        return new Change(transfer.amount(), ZERO, ZERO, transfer.flags().bits() & CLOSING, true);
    }

    private Change settle(Transfer transfer, U128 id, EventKind kind) throws ContradictionException {
        long[] row = pendingRow(transfer, id);
        U128 reserved = PendingRow.amount(row);
        refuse(!PendingRow.isBetween(row, transfer), "transfer {} settles one between other accounts", transfer.id());
        refuse(
                Numbers.less(reserved, transfer.amount()),
                "transfer {} moves more than transfer {} has reserved",
                transfer.id(),
                id);
        pending.remove(id.low(), id.high());
        if (PendingRow.expiry(row) != 0) {
            expiries.remove(expiryKey(row));
        }
        if (kind == EventKind.TWO_PHASE_POSTED) {
            return new Change(ZERO, reserved, transfer.amount(), 0, false);
        }
        int closing = (PendingRow.has(row, TransferFlags.CLOSING_DEBIT) ? TransferFlags.CLOSING_DEBIT.bits() : 0)
                | (PendingRow.has(row, TransferFlags.CLOSING_CREDIT) ? TransferFlags.CLOSING_CREDIT.bits() : 0);
        return new Change(ZERO, reserved, ZERO, closing, false);
    }

    private long[] pendingRow(Transfer transfer, U128 id) throws ContradictionException {
        long[] row = new long[PendingRow.WIDTH];
        refuse(
                !pending.get(id.low(), id.high(), row),
                "transfer {} settles transfer {}, which is not pending",
                transfer.id(),
                id);
        return row;
    }

    private static OrderedTable.Key expiryKey(long[] row) {
        return new OrderedTable.Key(0, PendingRow.expiry(row), PendingRow.timestamp(row));
    }

    /** One account of an event: the sums before and the change must be the sums that the event says. */
    private void takeSide(Event event, Account said, U128 id, boolean debit, Change change)
            throws ContradictionException {
        U128 transfer = event.transfer().id();
        refuse(!said.id().equals(id), "transfer {} comes with another account than {}", transfer, id);
        long[] row = new long[AccountRow.WIDTH];
        refuse(
                !accounts.get(id.low(), id.high(), row),
                "transfer {} is on account {}, which does not exist",
                transfer,
                id);
        refuse(
                AccountRow.ledger(row)
                        != Integer.toUnsignedLong(event.transfer().ledger()),
                "transfer {} is of another asset than account {}",
                transfer,
                id);
        boolean opens = event.kind() == EventKind.TWO_PHASE_VOIDED || event.kind() == EventKind.TWO_PHASE_EXPIRED;
        refuse(AccountRow.isClosed(row) && !opens, "transfer {} is on account {}, which is closed", transfer, id);
        int pendingAt = debit ? AccountRow.DEBITS_PENDING : AccountRow.CREDITS_PENDING;
        int postedAt = debit ? AccountRow.DEBITS_POSTED : AccountRow.CREDITS_POSTED;
        boolean tooMuchReserved = Numbers.add(row, pendingAt, change.reserved);
        boolean tooMuchReleased = Numbers.subtract(row, pendingAt, change.released);
        boolean tooMuchMoved = Numbers.add(row, postedAt, change.moved);
        refuse(tooMuchReserved || tooMuchReleased || tooMuchMoved, "transfer {} overflows account {}", transfer, id);
        int closing = (debit ? TransferFlags.CLOSING_DEBIT : TransferFlags.CLOSING_CREDIT).bits();
        if ((change.closing & closing) != 0) {
            AccountRow.close(row, change.closes);
        }
        refuse(
                !AccountRow.says(row, said),
                "after transfer {}, account {} is not what the books make of it",
                transfer,
                id);
        refuse(AccountRow.breaksItsLimit(row), "transfer {} breaks the limit of account {}", transfer, id);
        accounts.put(id.low(), id.high(), row);
    }

    /** Debits and credits of an asset are summed apart from the accounts, modulo 2^128. */
    private void takeAsset(int number, Change change) throws ContradictionException {
        long[] row = new long[8];
        long ledger = Integer.toUnsignedLong(number);
        refuse(!assets.get(ledger, 0, row), "asset {} does not exist", ledger);
        for (int at : new int[] {AccountRow.DEBITS_PENDING, AccountRow.CREDITS_PENDING}) {
            Numbers.add(row, at, change.reserved);
            Numbers.subtract(row, at, change.released);
            Numbers.add(row, at + 2, change.moved);
        }
        assets.put(ledger, 0, row);
    }
}
