package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.components.engine.bindings.wasmledger.host.events.Events;
import dev.wasmledger.components.engine.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The interface {@code ledger}, over books, a clock and whoever listens to events. */
public final class Engine implements Ledger {

    private final Books books;
    private final LongSupplier clock;
    private final Consumer<EventList> events;

    /** The engine as a component. */
    public Engine() {
        this(new StateBooks(), Clock::now, Events::emit);
    }

    Engine(Books books, LongSupplier clock, Consumer<EventList> events) {
        this.books = books;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<AssetOutcome> createAssets(List<Asset> assets, List<Metadata> metadata) {
        Texts texts = new Texts(metadata);
        List<AssetOutcome> outcomes = new ArrayList<>();
        for (Asset asset : assets) {
            AssetOutcome outcome = AssetRules.outcome(asset, books.asset(asset.ledger()));
            if (outcome instanceof AssetOutcome.Created) {
                books.add(asset);
                texts.store(new U128(Ids.assetNumber(asset.ledger()), 0), books);
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    @Override
    public List<AccountOutcome> createAccounts(AccountList accounts, List<Metadata> metadata) {
        Texts texts = new Texts(metadata);
        long now = clock.getAsLong();
        List<AccountOutcome> outcomes = new ArrayList<>();
        for (Account account : accounts) {
            AccountOutcome outcome = AccountRules.outcome(account, books);
            if (outcome instanceof AccountOutcome.Created) {
                books.add(Accounts.withTimestamp(account, now + outcomes.size()));
                texts.store(account.id(), books);
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    @Override
    public List<TransferOutcome> commit(TransferList transfers, List<Metadata> metadata) {
        WorkingSet changes = new WorkingSet(books);
        List<TransferOutcome> outcomes = new Batch(transfers, clock.getAsLong(), changes).commit();
        changes.write(new Texts(metadata));
        if (!changes.events().isEmpty()) {
            events.accept(EventList.copyOf(changes.events()));
        }
        return outcomes;
    }

    @Override
    public List<Boolean> known(U128List ids) {
        List<Boolean> known = new ArrayList<>();
        for (U128 id : ids) {
            known.add(books.transfer(id).isPresent());
        }
        return known;
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        List<Optional<Account>> found = new ArrayList<>();
        for (U128 id : ids) {
            found.add(books.account(id));
        }
        return found;
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        List<Optional<Transfer>> found = new ArrayList<>();
        for (U128 id : ids) {
            found.add(books.transfer(id));
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
    public AccountList accounts(long after, int limit) {
        return AccountList.copyOf(books.accounts(after, limit));
    }
}
