package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.ledger.bindings.wasmledger.host.events.Events;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.State;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountBalanceList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An engine in plain Java, for tests of the host: single-phase transfers of amounts below 2^64, whole batches that stand or
 * fall together where one transfer in them is linked. It keeps all it knows in its tables, as components do.
 */
class JavaEngine implements dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger {

    static final TransferFlags LINKED = TransferFlags.LINKED;

    final State state;
    final Clock clock;
    final Events events;
    private final int assets;
    private final int accounts;
    private final int transfers;

    JavaEngine(State state, Clock clock, Events events) {
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.assets = state.openBlobs("assets");
        this.accounts = state.openHashed16("accounts");
        this.transfers = state.openHashed16("transfers");
    }

    @Override
    public List<AssetStatus> createAssets(List<Asset> requests, List<Metadata> metadata) {
        List<AssetStatus> statuses = new ArrayList<>();
        for (Asset asset : requests) {
            U128 key = new U128(asset.ledger(), 0);
            boolean exists = state.getBlob(assets, key).isPresent();
            if (!exists) {
                state.putBlob(assets, key, new byte[] {asset.scale()});
            }
            statuses.add(exists ? AssetStatus.EXISTS : AssetStatus.CREATED);
        }
        return statuses;
    }

    @Override
    public AccountResultList createAccounts(AccountList requests, List<Metadata> metadata) {
        List<AccountResult> results = new ArrayList<>();
        for (Account account : requests) {
            long time = clock.now() + results.size();
            if (account.code() == 0) {
                results.add(new AccountResult(AccountStatus.CODE_MUST_NOT_BE_ZERO, time));
            } else if (account(account.id()).isPresent()) {
                results.add(new AccountResult(AccountStatus.EXISTS, time));
            } else {
                put(Samples.balances(account, 0, 0, 0, 0, time));
                results.add(new AccountResult(AccountStatus.CREATED, time));
            }
        }
        return AccountResultList.copyOf(results);
    }

    @Override
    public TransferResults commit(TransferList requests, List<Transaction> transactions, List<Metadata> metadata) {
        boolean linked = requests.stream().anyMatch(transfer -> transfer.flags().contains(LINKED));
        List<TransferStatus> statuses =
                new ArrayList<>(requests.stream().map(this::judge).toList());
        boolean allGood = statuses.stream().allMatch(TransferStatus.CREATED::equals);
        List<Event> committed = new ArrayList<>();
        List<TransferResult> results = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (statuses.get(i) == TransferStatus.CREATED) {
                if (linked && !allGood) {
                    statuses.set(i, TransferStatus.LINKED_EVENT_FAILED);
                } else {
                    committed.add(book(requests.get(i), clock.now() + i));
                }
            }
            results.add(new TransferResult(statuses.get(i), clock.now() + i));
        }
        if (!committed.isEmpty()) {
            emit(committed);
        }
        return new TransferResults(TransferResultList.copyOf(results), List.of());
    }

    void emit(List<Event> committed) {
        events.emit(EventList.copyOf(committed));
    }

    private TransferStatus judge(Transfer transfer) {
        if (state.get16(transfers, transfer.id()).isPresent()) {
            return TransferStatus.EXISTS;
        }
        if (account(transfer.debitAccountId()).isEmpty()) {
            return TransferStatus.DEBIT_ACCOUNT_NOT_FOUND;
        }
        return account(transfer.creditAccountId()).isEmpty()
                ? TransferStatus.CREDIT_ACCOUNT_NOT_FOUND
                : TransferStatus.CREATED;
    }

    Event book(Transfer request, long timestamp) {
        Transfer transfer = Samples.stamped(request, timestamp);
        U128 amount = transfer.amount();
        Account debit = moved(account(transfer.debitAccountId()).orElseThrow(), amount.low(), 0);
        Account credit = moved(account(transfer.creditAccountId()).orElseThrow(), 0, amount.low());
        put(debit);
        put(credit);
        put(transfer);
        return new Event(EventKind.SINGLE_PHASE, timestamp, transfer, debit, credit);
    }

    static Account moved(Account account, long debit, long credit) {
        return Samples.balances(
                account,
                0,
                account.debitsPosted().low() + debit,
                0,
                account.creditsPosted().low() + credit,
                account.timestamp());
    }

    @Override
    public int expire(int limit) {
        return 0;
    }

    @Override
    public boolean[] known(U128List ids) {
        boolean[] known = new boolean[ids.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = state.get16(transfers, ids.get(i)).isPresent();
        }
        return known;
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        return ids.stream().map(this::account).toList();
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        return ids.stream().map(this::transfer).toList();
    }

    @Override
    public List<Optional<PostedTransaction>> lookupTransactions(U128List ids) {
        return ids.stream().map(id -> Optional.<PostedTransaction>empty()).toList();
    }

    @Override
    public List<List<Entry>> lookupMetadata(U128List ids) {
        return ids.stream().map(id -> List.<Entry>of()).toList();
    }

    @Override
    public List<Asset> assets() {
        return List.of();
    }

    @Override
    public TransferList accountTransfers(AccountFilter filter) {
        return TransferList.of();
    }

    @Override
    public AccountBalanceList accountBalances(AccountFilter filter) {
        return AccountBalanceList.of();
    }

    @Override
    public AccountList queryAccounts(QueryFilter filter) {
        return AccountList.of();
    }

    @Override
    public TransferList queryTransfers(QueryFilter filter) {
        return TransferList.of();
    }

    @Override
    public EventList changeEvents(EventFilter filter) {
        return EventList.of();
    }

    @Override
    public List<Optional<Account>> balancesAt(U128List ids, long time) {
        return lookupAccounts(ids);
    }

    private Optional<Account> account(U128 id) {
        return state.get16(accounts, id)
                .map(row -> new Account(
                        id,
                        new U128(row.f0(), row.f1()),
                        new U128(row.f2(), row.f3()),
                        new U128(row.f4(), row.f5()),
                        new U128(row.f6(), row.f7()),
                        new U128(row.f8(), row.f9()),
                        row.f10(),
                        (int) row.f11(),
                        (int) (row.f11() >>> 32),
                        (short) row.f12(),
                        new AccountFlags((int) (row.f12() >>> 16)),
                        row.f13()));
    }

    void put(Account account) {
        state.put16(
                accounts,
                account.id(),
                new Row16(
                        account.debitsPending().low(),
                        account.debitsPending().high(),
                        account.debitsPosted().low(),
                        account.debitsPosted().high(),
                        account.creditsPending().low(),
                        account.creditsPending().high(),
                        account.creditsPosted().low(),
                        account.creditsPosted().high(),
                        account.userData128().low(),
                        account.userData128().high(),
                        account.userData64(),
                        Integer.toUnsignedLong(account.userData32()) | (long) account.ledger() << 32,
                        (account.code() & 0xffffL) | (long) account.flags().bits() << 16,
                        account.timestamp(),
                        0,
                        0));
    }

    private Optional<Transfer> transfer(U128 id) {
        return state.get16(transfers, id)
                .map(row -> new Transfer(
                        id,
                        new U128(row.f0(), row.f1()),
                        new U128(row.f2(), row.f3()),
                        new U128(row.f4(), row.f5()),
                        new U128(row.f6(), row.f7()),
                        new U128(row.f8(), row.f9()),
                        row.f10(),
                        (int) row.f11(),
                        (int) (row.f11() >>> 32),
                        (int) row.f12(),
                        (short) (row.f12() >>> 32),
                        new TransferFlags((int) (row.f12() >>> 48)),
                        row.f13()));
    }

    void put(Transfer transfer) {
        state.put16(
                transfers,
                transfer.id(),
                new Row16(
                        transfer.debitAccountId().low(),
                        transfer.debitAccountId().high(),
                        transfer.creditAccountId().low(),
                        transfer.creditAccountId().high(),
                        transfer.amount().low(),
                        transfer.amount().high(),
                        transfer.pendingId().low(),
                        transfer.pendingId().high(),
                        transfer.userData128().low(),
                        transfer.userData128().high(),
                        transfer.userData64(),
                        Integer.toUnsignedLong(transfer.userData32()) | (long) transfer.timeout() << 32,
                        Integer.toUnsignedLong(transfer.ledger())
                                | (transfer.code() & 0xffffL) << 32
                                | (long) transfer.flags().bits() << 48,
                        transfer.timestamp(),
                        0,
                        0));
    }
}
