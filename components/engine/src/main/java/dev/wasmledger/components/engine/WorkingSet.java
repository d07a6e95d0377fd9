package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The books as a request sees them: what it has done so far lies over what they say. They are written once, at the
 * request's end, so that taking a chain back is a matter of this object alone.
 */
final class WorkingSet {

    private final Books books;
    private final U128Map<AccountState> accounts = new U128Map<>();
    private final U128Map<TransferState> transfers = new U128Map<>();
    private final List<AccountState> createdAccounts = new ArrayList<>();
    private final List<TransferState> createdTransfers = new ArrayList<>();
    private final List<TransferState> usedUp = new ArrayList<>();
    private final List<TransferState> settled = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Undo> undo = new ArrayList<>();
    private boolean undoable;
    private long lastAccount;
    private long lastTransfer;

    WorkingSet(Books books) {
        this.books = books;
        long[] last = books.lastTimes();
        this.lastAccount = last[0];
        this.lastTransfer = last[1];
    }

    /** Both accounts as they were before an event. */
    private record Undo(AccountState debit, AccountState credit, AccountState debitBefore, AccountState creditBefore) {}

    /** How far the request has come when a chain begins. */
    record Mark(int accounts, int transfers, int settled, int events, long lastAccount, long lastTransfer) {}

    @Nullable
    AccountState account(long low, long high) {
        AccountState seen = accounts.get(low, high);
        if (seen == null) {
            seen = books.account(low, high);
            if (seen != null) {
                accounts.put(low, high, seen);
            }
        }
        return seen;
    }

    /** A transfer, or what stands for an id that is used up. */
    @Nullable
    TransferState transfer(long low, long high) {
        TransferState seen = transfers.get(low, high);
        if (seen == null) {
            seen = books.transfer(low, high);
            if (seen != null) {
                transfers.put(low, high, seen);
            }
        }
        return seen;
    }

    /** The account or transfer that happened at that time before this request. */
    @Nullable
    Moment moment(long time) {
        return books.moment(time).orElse(null);
    }

    long lastAccount() {
        return lastAccount;
    }

    long lastTransfer() {
        return lastTransfer;
    }

    /** A chain begins, which can be taken back until the next one does. */
    Mark mark(boolean canBeTakenBack) {
        undo.clear();
        undoable = canBeTakenBack;
        return new Mark(
                createdAccounts.size(),
                createdTransfers.size(),
                settled.size(),
                events.size(),
                lastAccount,
                lastTransfer);
    }

    void create(AccountState account) {
        accounts.put(account.idLow, account.idHigh, account);
        createdAccounts.add(account);
        lastAccount = Math.max(lastAccount, account.timestamp);
    }

    /** What follows changes these two accounts. */
    void willChange(AccountState debit, AccountState credit) {
        if (undoable) {
            undo.add(new Undo(debit, credit, debit.copy(), credit.copy()));
        }
        debit.changed = true;
        credit.changed = true;
    }

    /** Commits a transfer, after its accounts were changed. */
    void create(TransferState transfer, EventKind kind, AccountState debit, AccountState credit) {
        transfers.put(transfer.idLow, transfer.idHigh, transfer);
        createdTransfers.add(transfer);
        lastTransfer = Math.max(lastTransfer, transfer.timestamp);
        happened(kind, transfer.timestamp, transfer, debit, credit);
    }

    /** A pending transfer is open no more. */
    void settle(TransferState pending, byte phase) {
        pending.phase = phase;
        settled.add(pending);
    }

    void happened(EventKind kind, long time, TransferState transfer, AccountState debit, AccountState credit) {
        events.add(new Event(kind, time, transfer.toTransfer(), debit.toAccount(), credit.toAccount()));
    }

    /** Takes everything back that was done since the mark. */
    void rollBack(Mark mark) {
        while (undo.size() > 0) {
            Undo last = undo.removeLast();
            last.credit.restore(last.creditBefore);
            last.debit.restore(last.debitBefore);
        }
        while (events.size() > mark.events) {
            events.removeLast();
        }
        while (settled.size() > mark.settled) {
            settled.removeLast().phase = TransferState.OPEN;
        }
        while (createdTransfers.size() > mark.transfers) {
            TransferState taken = createdTransfers.removeLast();
            transfers.put(taken.idLow, taken.idHigh, null);
        }
        while (createdAccounts.size() > mark.accounts) {
            AccountState taken = createdAccounts.removeLast();
            accounts.put(taken.idLow, taken.idHigh, null);
        }
        lastAccount = mark.lastAccount;
        lastTransfer = mark.lastTransfer;
    }

    /** No transfer can have that id from here on. */
    void useUp(long idLow, long idHigh) {
        TransferState gone = TransferState.usedUp(idLow, idHigh);
        transfers.put(idLow, idHigh, gone);
        usedUp.add(gone);
    }

    /** What happened, in order. */
    EventList events() {
        return EventList.copyOf(events);
    }

    /** Writes all that was done to the books, with the text that belongs to it. */
    void write(Texts texts) {
        if (!createdAccounts.isEmpty() || !createdTransfers.isEmpty()) {
            books.writeLastTimes(lastAccount, lastTransfer);
        }
        for (AccountState account : createdAccounts) {
            books.write(account);
            books.write(new Moment(account.timestamp, null, account.idLow, account.idHigh, account.flags, 0));
            texts.store(new U128(account.idLow, account.idHigh), books);
        }
        for (TransferState transfer : settled) {
            if (transfer.expires()) {
                books.removeExpiry(transfer);
            }
            books.write(transfer);
        }
        for (TransferState transfer : createdTransfers) {
            books.write(transfer);
            if (transfer.phase == TransferState.OPEN && transfer.expires()) {
                books.addExpiry(transfer);
            }
            texts.store(new U128(transfer.idLow, transfer.idHigh), books);
        }
        usedUp.forEach(books::write);
        accounts.each(account -> {
            if (account.changed) {
                books.write(account);
            }
        });
        events.forEach(this::writeEvent);
    }

    private void writeEvent(Event event) {
        U128 id = event.transfer().id();
        books.write(new Moment(
                event.timestamp(),
                event.kind(),
                id.low(),
                id.high(),
                event.debitAccount().flags().bits(),
                event.creditAccount().flags().bits()));
        books.writeChange(event.timestamp(), event.debitAccount());
        books.writeChange(event.timestamp(), event.creditAccount());
    }
}
