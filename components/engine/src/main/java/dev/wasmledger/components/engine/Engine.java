package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.components.engine.bindings.wasmledger.host.events.Events;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountBalanceList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountResultList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The interface {@code ledger}, over tables, a clock and whoever listens to events. */
public class Engine implements Ledger {

    private final Books books;
    private final Queries queries;
    private final WorkingSet changes;
    private final LongSupplier clock;
    private final Consumer<EventList> events;

    /** The engine as a component. */
    public Engine() {
        this(new StateTables(), Clock::now, Events::emit);
    }

    Engine(Tables tables, LongSupplier clock, Consumer<EventList> events) {
        this.books = new Books(tables);
        this.queries = new Queries(books);
        this.changes = new WorkingSet(books);
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<AssetStatus> createAssets(List<Asset> assets, List<Metadata> metadata) {
        Texts texts = new Texts(metadata);
        List<AssetStatus> statuses = new ArrayList<>();
        for (Asset asset : assets) {
            AssetStatus status = AssetRules.status(asset, books.asset(asset.ledger()));
            if (status == AssetStatus.CREATED) {
                books.add(asset);
                texts.store(Words.unsigned(asset.ledger()), 0, books);
            }
            statuses.add(status);
        }
        return statuses;
    }

    @Override
    public AccountResultList createAccounts(AccountList accounts, List<Metadata> metadata) {
        long now = clock.getAsLong();
        changes.begin(0);
        changes.read(accounts);
        AccountRequest request = new AccountRequest(accounts, now, changes, books);
        request.run();
        AccountResultList.Builder results = AccountResultList.builder(accounts.size());
        for (int i = 0; i < accounts.size(); i++) {
            results.add().status(request.status(i)).timestamp(request.time(i));
        }
        changes.write(new Texts(metadata));
        return results.build();
    }

    @Override
    public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
        long now = clock.getAsLong();
        changes.begin(transfers.size());
        changes.read(transfers);
        Transactions posted = new Transactions(transactions, books);
        TransferRequest request = new TransferRequest(transfers, posted, now, changes);
        request.run();
        TransferResultList.Builder results = TransferResultList.builder(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            results.add().status(request.status(i)).timestamp(request.time(i));
        }
        EventList happened = changes.write(new Texts(metadata));
        posted.write();
        emit(happened);
        return new TransferResults(results.build(), List.of());
    }

    @Override
    public int expire(int limit) {
        long now = clock.getAsLong();
        List<U128> expired = books.expired(now, limit);
        changes.begin(expired.size());
        changes.beginChain(false);
        for (int i = 0; i < expired.size(); i++) {
            TransferState pending =
                    changes.transfer(expired.get(i).low(), expired.get(i).high());
            if (pending == null) {
                throw new IllegalStateException("a transfer expires that is not in the books");
            }
            SettlementRules.expire(pending, now + i, changes);
        }
        emit(changes.write(new Texts(List.of())));
        return expired.size();
    }

    private void emit(EventList happened) {
        if (!happened.isEmpty()) {
            events.accept(happened);
        }
    }

    @Override
    public boolean[] known(U128List ids) {
        KeyedRow16List rows = books.transfers(ids);
        boolean[] known = new boolean[ids.size()];
        int next = 0;
        for (int i = 0; i < known.length; i++) {
            boolean found = next < rows.size() && rows.keyLow(next) == ids.low(i) && rows.keyHigh(next) == ids.high(i);
            known[i] = found;
            next += found ? 1 : 0;
        }
        return known;
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        List<Optional<Account>> found = new ArrayList<>();
        for (U128 id : ids) {
            found.add(Optional.ofNullable(books.account(id.low(), id.high())).map(AccountState::toAccount));
        }
        return found;
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        List<Optional<Transfer>> found = new ArrayList<>();
        for (U128 id : ids) {
            TransferState transfer = books.transfer(id.low(), id.high());
            found.add(transfer == null || transfer.isUsedUp() ? Optional.empty() : Optional.of(transfer.toTransfer()));
        }
        return found;
    }

    @Override
    public List<Optional<PostedTransaction>> lookupTransactions(U128List ids) {
        List<Optional<PostedTransaction>> found = new ArrayList<>();
        for (U128 id : ids) {
            found.add(Transactions.read(id, books));
        }
        return found;
    }

    @Override
    public List<List<Entry>> lookupMetadata(U128List ids) {
        List<List<Entry>> found = new ArrayList<>();
        for (U128 id : ids) {
            found.add(books.metadata(id));
        }
        return found;
    }

    @Override
    public List<Asset> assets() {
        return books.assets();
    }

    @Override
    public TransferList accountTransfers(AccountFilter filter) {
        return TransferList.copyOf(queries.accountTransfers(filter));
    }

    @Override
    public AccountBalanceList accountBalances(AccountFilter filter) {
        return AccountBalanceList.copyOf(queries.accountBalances(filter));
    }

    @Override
    public AccountList queryAccounts(QueryFilter filter) {
        return AccountList.copyOf(queries.accounts(filter));
    }

    @Override
    public TransferList queryTransfers(QueryFilter filter) {
        return TransferList.copyOf(queries.transfers(filter));
    }

    @Override
    public EventList changeEvents(EventFilter filter) {
        return EventList.copyOf(queries.changeEvents(filter));
    }

    @Override
    public List<Optional<Account>> balancesAt(U128List ids, long time) {
        List<Optional<Account>> found = new ArrayList<>();
        for (U128 id : ids) {
            found.add(queries.accountAt(id, time));
        }
        return found;
    }
}
