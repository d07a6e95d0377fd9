package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16Buffer;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.guest.IdTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The books as a request sees them: what it has done so far lies over what they say. They are read in bulk when it begins, and
 * written once, at its end, so that taking a chain back is a matter of this object alone. It serves one request after the
 * other, and remembers nothing of an earlier one.
 */
final class WorkingSet {

    private final Books books;
    private final IdTable<AccountState> accounts = new IdTable<>(AccountState::new);
    private final IdTable<TransferState> transfers = new IdTable<>(TransferState::new);
    private final List<AccountState> createdAccounts = new ArrayList<>();
    private final List<TransferState> createdTransfers = new ArrayList<>();
    private final List<TransferState> usedUp = new ArrayList<>();
    private final List<TransferState> settled = new ArrayList<>();
    private final UndoLog undo = new UndoLog();

    /** Of each transfer that is requested, what has its id. */
    private TransferState[] requested = new TransferState[0];

    /** Of each transfer that is requested, what has the ids of its accounts. */
    private AccountState[] debits = new AccountState[0];

    private AccountState[] credits = new AccountState[0];
    private final KeyedRow16Buffer row = new KeyedRow16Buffer();
    private final AccountBuffer account = new AccountBuffer();
    private final TransferBuffer transfer = new TransferBuffer();
    private EventList.Builder events = EventList.builder(0);

    /** What has happened in a chain that can still be taken back. */
    private final EventList.Builder chainEvents = EventList.builder(0);

    private boolean undoable;
    private long lastAccount;
    private long lastTransfer;

    /** How far the request had come when the chain began. */
    private int accountsBefore;

    private int transfersBefore;
    private int settledBefore;
    private long lastAccountBefore;
    private long lastTransferBefore;

    WorkingSet(Books books) {
        this.books = books;
    }

    /**
     * A request begins.
     *
     * @param events about how many are to be expected
     */
    void begin(int events) {
        accounts.clear();
        transfers.clear();
        createdAccounts.clear();
        createdTransfers.clear();
        usedUp.clear();
        settled.clear();
        this.events = EventList.builder(events);
        long[] last = books.lastTimes();
        lastAccount = last[0];
        lastTransfer = last[1];
    }

    /** Reads what the books say of accounts that are requested. */
    void read(AccountList requested) {
        U128List.Builder ids = U128List.builder(requested.size());
        for (int i = 0; i < requested.size(); i++) {
            account.set(requested, i);
            want(accounts, account.idLow(), account.idHigh(), ids);
        }
        readAccounts(ids.build());
    }

    /** Reads what the books say of transfers that are requested, of the pending ones that they settle, and of all their accounts. */
    void read(TransferList transfersRequested) {
        int size = transfersRequested.size();
        if (requested.length < size) {
            requested = new TransferState[size];
            debits = new AccountState[size];
            credits = new AccountState[size];
        }
        U128List.Builder ids = U128List.builder(size);
        U128List.Builder accountIds = U128List.builder(size);
        for (int i = 0; i < size; i++) {
            transfer.set(transfersRequested, i);
            requested[i] = want(transfers, transfer.idLow(), transfer.idHigh(), ids);
            debits[i] = want(accounts, transfer.debitAccountIdLow(), transfer.debitAccountIdHigh(), accountIds);
            credits[i] = want(accounts, transfer.creditAccountIdLow(), transfer.creditAccountIdHigh(), accountIds);
            if ((transfer.flagsBits() & TransferState.SETTLES) != 0) {
                want(transfers, transfer.pendingIdLow(), transfer.pendingIdHigh(), ids);
            }
        }
        readTransfers(ids.build());
        for (int i = 0; i < transfers.size(); i++) {
            TransferState there = transfers.get(i);
            if (there.exists) {
                want(accounts, there.debitLow, there.debitHigh, accountIds);
                want(accounts, there.creditLow, there.creditHigh, accountIds);
            }
        }
        readAccounts(accountIds.build());
    }

    private static <E extends IdTable.Entry> E want(IdTable<E> table, long low, long high, U128List.Builder ids) {
        int before = table.size();
        E entry = table.entry(low, high);
        if (table.size() != before) {
            ids.add().low(low).high(high);
        }
        return entry;
    }

    /** What has the id of that one of the requested transfers: if it does not exist, it is there to be made that transfer. */
    TransferState requested(int index) {
        return requested[index];
    }

    /** What has the id of that requested transfer's debit account; it need not exist. */
    AccountState debit(int index) {
        return debits[index];
    }

    /** What has the id of that requested transfer's credit account; it need not exist. */
    AccountState credit(int index) {
        return credits[index];
    }

    private void readAccounts(U128List ids) {
        KeyedRow16List rows = books.accounts(ids);
        for (int i = 0; i < rows.size(); i++) {
            row.set(rows, i);
            AccountState read = accounts.find(row.keyLow(), row.keyHigh());
            if (read != null) {
                read.read(row);
            }
        }
    }

    private void readTransfers(U128List ids) {
        KeyedRow16List rows = books.transfers(ids);
        for (int i = 0; i < rows.size(); i++) {
            row.set(rows, i);
            TransferState read = transfers.find(row.keyLow(), row.keyHigh());
            if (read != null) {
                read.read(row);
            }
        }
    }

    @Nullable
    AccountState account(long low, long high) {
        int before = accounts.size();
        AccountState state = accounts.entry(low, high);
        if (accounts.size() != before) {
            readAccounts(U128List.of(new U128(low, high)));
        }
        return state.exists ? state : null;
    }

    /** A transfer, or what stands for an id that is used up. */
    @Nullable
    TransferState transfer(long low, long high) {
        int before = transfers.size();
        TransferState state = transfers.entry(low, high);
        if (transfers.size() != before) {
            readTransfers(U128List.of(new U128(low, high)));
        }
        return state.exists ? state : null;
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

    /** A chain begins; the one before it stays as it is. */
    void beginChain(boolean canBeTakenBack) {
        keepChain();
        undoable = canBeTakenBack;
        accountsBefore = createdAccounts.size();
        transfersBefore = createdTransfers.size();
        settledBefore = settled.size();
        lastAccountBefore = lastAccount;
        lastTransferBefore = lastTransfer;
    }

    private void keepChain() {
        undo.clear();
        if (chainEvents.size() > 0) {
            EventList happened = chainEvents.build();
            for (int i = 0; i < happened.size(); i++) {
                events.add(happened, i);
            }
        }
    }

    /** Creates an account as it is requested; there is none with its id. */
    void create(AccountState requested) {
        AccountState created = accounts.entry(requested.idLow, requested.idHigh);
        created.copy(requested);
        createdAccounts.add(created);
        lastAccount = Math.max(lastAccount, created.timestamp);
    }

    /** What follows changes these two accounts. */
    void willChange(AccountState debit, AccountState credit) {
        if (undoable) {
            undo.remember(debit);
            undo.remember(credit);
        }
        debit.changed = true;
        credit.changed = true;
    }

    /** Commits a requested transfer as the rules have filled it in, after its accounts were changed. */
    void create(TransferState created, EventKind kind, AccountState debit, AccountState credit) {
        created.exists = true;
        createdTransfers.add(created);
        lastTransfer = Math.max(lastTransfer, created.timestamp);
        happened(kind, created.timestamp, created, debit, credit);
    }

    /** A pending transfer is open no more. */
    void settle(TransferState pending, byte phase) {
        pending.phase = phase;
        settled.add(pending);
    }

    void happened(EventKind kind, long time, TransferState moved, AccountState debit, AccountState credit) {
        EventBuffer event = (undoable ? chainEvents : events).add();
        event.kind(kind).timestamp(time);
        moved.write(transfer);
        event.transfer(transfer);
        debit.write(account);
        event.debitAccount(account);
        credit.write(account);
        event.creditAccount(account);
    }

    /** Takes everything back that was done since the chain began. */
    void rollBack() {
        undo.run();
        if (chainEvents.size() > 0) {
            chainEvents.build(); // and begins again with none
        }
        while (settled.size() > settledBefore) {
            settled.removeLast().phase = TransferState.OPEN;
        }
        while (createdTransfers.size() > transfersBefore) {
            createdTransfers.removeLast().exists = false;
        }
        while (createdAccounts.size() > accountsBefore) {
            createdAccounts.removeLast().exists = false;
        }
        lastAccount = lastAccountBefore;
        lastTransfer = lastTransferBefore;
    }

    /** No transfer can have that id from here on. */
    void useUp(TransferState gone) {
        gone.useUp();
        usedUp.add(gone);
    }

    /** Writes all that was done to the books, with the text that belongs to it; gives what happened, in order. */
    EventList write(Texts texts) {
        keepChain();
        EventList happened = events.build();
        if (!createdAccounts.isEmpty() || !createdTransfers.isEmpty()) {
            books.writeLastTimes(lastAccount, lastTransfer);
        }
        writeCreatedAccounts(texts);
        writeTransfers(texts);
        writeChangedAccounts();
        if (!happened.isEmpty()) {
            books.write(happened);
        }
        return happened;
    }

    private void writeCreatedAccounts(Texts texts) {
        for (AccountState created : createdAccounts) {
            books.write(new Moment(created.timestamp, null, created.idLow, created.idHigh, created.flags, 0));
            texts.store(created.idLow, created.idHigh, books);
            created.changed = true;
        }
    }

    private void writeTransfers(Texts texts) {
        KeyedRow16List.Builder rows = KeyedRow16List.builder(settled.size() + createdTransfers.size() + usedUp.size());
        for (TransferState pending : settled) {
            if (pending.expires()) {
                books.removeExpiry(pending);
            }
            pending.write(rows.add());
        }
        for (TransferState created : createdTransfers) {
            if (created.phase == TransferState.OPEN && created.expires()) {
                books.addExpiry(created);
            }
            texts.store(created.idLow, created.idHigh, books);
            created.write(rows.add());
        }
        for (TransferState gone : usedUp) {
            gone.write(rows.add());
        }
        if (rows.size() > 0) {
            books.writeTransfers(rows.build());
        }
    }

    private void writeChangedAccounts() {
        KeyedRow16List.Builder rows = KeyedRow16List.builder(accounts.size());
        for (int i = 0; i < accounts.size(); i++) {
            AccountState state = accounts.get(i);
            if (state.exists && state.changed) {
                state.write(rows.add());
            }
        }
        if (rows.size() > 0) {
            books.writeAccounts(rows.build());
        }
    }
}
