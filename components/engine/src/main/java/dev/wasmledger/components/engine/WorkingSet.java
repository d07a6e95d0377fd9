package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.guest.IdIndex;
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

    /** Of each transfer that is requested, the number of what has its id, and of what have the ids of its accounts. */
    private int[] requested = new int[0];

    private int[] debits = new int[0];
    private int[] credits = new int[0];
    private final RecordRows rows = new RecordRows();

    /** What has happened, and what the books are to say of it: the moment of each event, and two changes. */
    private EventList.Builder events = EventList.builder(0);

    private OrderedRow8List.Builder moments = OrderedRow8List.builder(0);
    private OrderedRow8List.Builder changes = OrderedRow8List.builder(0);

    /** The request before was written with these lists; this one is written in their bytes. */
    private EventList spentEvents = EventList.of();

    private OrderedRow8List spentMoments = OrderedRow8List.of();
    private OrderedRow8List spentChanges = OrderedRow8List.of();
    private KeyedRow16List spentTransfers = KeyedRow16List.of();
    private KeyedRow16List spentAccounts = KeyedRow16List.of();

    private boolean undoable;
    private long lastAccount;
    private long lastTransfer;

    /** How far the request had come when the chain began. */
    private int accountsBefore;

    private int transfersBefore;
    private int settledBefore;
    private int eventsBefore;
    private long lastAccountBefore;
    private long lastTransferBefore;

    WorkingSet(Books books) {
        this.books = books;
    }

    /**
     * A request begins. The events of the one before are lost.
     *
     * @param expected about how many events are to be expected
     */
    void begin(int expected) {
        accounts.clear();
        transfers.clear();
        createdAccounts.clear();
        createdTransfers.clear();
        usedUp.clear();
        settled.clear();
        events = EventList.builder(expected, spentEvents);
        moments = OrderedRow8List.builder(expected, spentMoments);
        changes = OrderedRow8List.builder(2 * expected, spentChanges);
        long[] last = books.lastTimes();
        lastAccount = last[0];
        lastTransfer = last[1];
    }

    /** Reads what the books say of accounts that are requested. */
    void read(AccountList asked) {
        for (int i = 0; i < asked.size(); i++) {
            accounts.number(asked.idLow(i), asked.idHigh(i));
        }
        readAccounts(ids(accounts, 0));
    }

    /** Reads what the books say of transfers that are requested, of the pending ones that they settle, and of all their accounts. */
    void read(TransferList asked) {
        if (requested.length < asked.size()) {
            requested = new int[asked.size()];
            debits = new int[asked.size()];
            credits = new int[asked.size()];
        }
        number(asked);
        numberSettled(asked);
        int settling = accounts.size();
        readAccounts(ids(accounts, 0));
        readTransfers(ids(transfers, 0));
        for (int i = 0; i < transfers.size(); i++) {
            TransferState there = transfers.get(i);
            if (there.exists) {
                TransferBuffer record = there.record;
                accounts.number(record.debitAccountIdLow(), record.debitAccountIdHigh());
                accounts.number(record.creditAccountIdLow(), record.creditAccountIdHigh());
            }
        }
        if (accounts.size() > settling) {
            readAccounts(ids(accounts, settling));
        }
    }

    private void number(TransferList asked) {
        IdTable<TransferState> known = transfers;
        IdTable<AccountState> parties = accounts;
        int[] numbers = requested;
        int[] debited = debits;
        int[] credited = credits;
        for (int i = 0; i < asked.size(); i++) {
            numbers[i] = known.number(asked.idLow(i), asked.idHigh(i));
            debited[i] = parties.number(asked.debitAccountIdLow(i), asked.debitAccountIdHigh(i));
            credited[i] = parties.number(asked.creditAccountIdLow(i), asked.creditAccountIdHigh(i));
        }
    }

    private void numberSettled(TransferList asked) {
        for (int i = 0; i < asked.size(); i++) {
            if ((asked.flagsBits(i) & TransferState.SETTLES) != 0) {
                transfers.number(asked.pendingIdLow(i), asked.pendingIdHigh(i));
            }
        }
    }

    /** The ids that have come since there were so many. */
    private static U128List ids(IdIndex index, int from) {
        U128List.Builder ids = U128List.builder(index.size() - from);
        for (int i = from; i < index.size(); i++) {
            ids.add().low(index.idLow(i)).high(index.idHigh(i));
        }
        return ids.build();
    }

    /** What has the id of that one of the requested transfers: if it does not exist, it is there to be made that transfer. */
    TransferState requested(int index) {
        return transfers.get(requested[index]);
    }

    /** What has the id of that requested transfer's debit account; it need not exist. */
    AccountState debit(int index) {
        return accounts.get(debits[index]);
    }

    /** What has the id of that requested transfer's credit account; it need not exist. */
    AccountState credit(int index) {
        return accounts.get(credits[index]);
    }

    private void readAccounts(U128List ids) {
        KeyedRow16List found = books.accounts(ids);
        for (int i = 0; i < found.size(); i++) {
            AccountState read = accounts.find(found.keyLow(i), found.keyHigh(i));
            if (read != null) {
                rows.read(found, i, read);
            }
        }
    }

    private void readTransfers(U128List ids) {
        KeyedRow16List found = books.transfers(ids);
        for (int i = 0; i < found.size(); i++) {
            TransferState read = transfers.find(found.keyLow(i), found.keyHigh(i));
            if (read != null) {
                rows.read(found, i, read);
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
        undo.clear();
        undoable = canBeTakenBack;
        accountsBefore = createdAccounts.size();
        transfersBefore = createdTransfers.size();
        settledBefore = settled.size();
        eventsBefore = events.size();
        lastAccountBefore = lastAccount;
        lastTransferBefore = lastTransfer;
    }

    /** Creates an account as it is requested; there is none with its id. */
    void create(AccountState requested) {
        AccountState created = accounts.entry(requested.idLow, requested.idHigh);
        created.create(requested);
        createdAccounts.add(created);
        lastAccount = Math.max(lastAccount, created.record.timestamp());
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
        long time = created.record.timestamp();
        lastTransfer = Math.max(lastTransfer, time);
        happened(kind, time, created, debit, credit);
    }

    /** A pending transfer is open no more. */
    void settle(TransferState pending, byte phase) {
        pending.phase = phase;
        settled.add(pending);
    }

    void happened(EventKind kind, long time, TransferState moved, AccountState debit, AccountState credit) {
        events.add()
                .kind(kind)
                .timestamp(time)
                .transfer(moved.record)
                .debitAccount(debit.record)
                .creditAccount(credit.record);
        Moment.write(kind, time, moved, debit, credit, moments.add());
        rows.writeChange(debit, time, changes.add());
        rows.writeChange(credit, time, changes.add());
    }

    /** Takes everything back that was done since the chain began. */
    void rollBack() {
        undo.run();
        events.truncate(eventsBefore);
        moments.truncate(eventsBefore);
        changes.truncate(2 * eventsBefore);
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
        spentEvents = events.build();
        spentMoments = moments.build();
        spentChanges = changes.build();
        if (!createdAccounts.isEmpty() || !createdTransfers.isEmpty()) {
            books.writeLastTimes(lastAccount, lastTransfer);
        }
        writeCreatedAccounts(texts);
        writeTransfers(texts);
        writeChangedAccounts();
        if (!spentEvents.isEmpty()) {
            books.write(spentMoments, spentChanges);
        }
        return spentEvents;
    }

    private void writeCreatedAccounts(Texts texts) {
        for (AccountState created : createdAccounts) {
            long time = created.record.timestamp();
            books.write(new Moment(time, null, created.idLow, created.idHigh, created.record.flagsBits(), 0));
            if (!texts.isEmpty()) {
                texts.store(created.idLow, created.idHigh, books);
            }
        }
    }

    private void writeTransfers(Texts texts) {
        moveExpiries();
        if (!texts.isEmpty()) {
            createdTransfers.forEach(created -> texts.store(created.idLow, created.idHigh, books));
        }
        int size = settled.size() + createdTransfers.size() + usedUp.size();
        KeyedRow16List.Builder written = KeyedRow16List.builder(size, spentTransfers);
        rows.write(settled, written);
        rows.write(createdTransfers, written);
        rows.write(usedUp, written);
        spentTransfers = written.build();
        if (!spentTransfers.isEmpty()) {
            books.writeTransfers(spentTransfers);
        }
    }

    private void moveExpiries() {
        for (TransferState pending : settled) {
            if (pending.expires()) {
                books.removeExpiry(pending);
            }
        }
        for (TransferState created : createdTransfers) {
            if (created.phase == TransferState.OPEN && created.expires()) {
                books.addExpiry(created);
            }
        }
    }

    private void writeChangedAccounts() {
        KeyedRow16List.Builder written = KeyedRow16List.builder(accounts.size(), spentAccounts);
        rows.writeChanged(accounts, written);
        spentAccounts = written.build();
        if (!spentAccounts.isEmpty()) {
            books.writeAccounts(spentAccounts);
        }
    }
}
