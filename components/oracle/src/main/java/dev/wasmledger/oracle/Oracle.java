package dev.wasmledger.oracle;

import dev.wasmledger.oracle.Books.Settlement;
import dev.wasmledger.oracle.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountBalanceList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountResultList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The interface {@code ledger}, in plain Java over maps. It shares nothing with the engine component but the contract, so
 * that where both answer alike, both have understood the rules alike.
 *
 * <p>It is made for being read beside TigerBeetle's reference, and keeps everything in memory. Look-ups by id are fast;
 * queries look at all that there is.
 */
public final class Oracle implements Ledger {

    private static final int MOST_DECIMAL_PLACES = 38;

    private final Books books = new Books();
    private final Queries queries = new Queries(books);
    private final LongSupplier clock;
    private final Consumer<EventList> events;

    /**
     * Opens empty books.
     *
     * @param clock the time of the command that is being carried out; item {@code i} of a command has the time {@code i}
     *     nanoseconds later, and commands may not share a time
     * @param events is told what a command changed
     */
    public Oracle(LongSupplier clock, Consumer<EventList> events) {
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<AssetStatus> createAssets(List<Asset> assets, List<Metadata> metadata) {
        List<AssetStatus> answers = new ArrayList<>();
        for (Asset asset : assets) {
            AssetStatus status = status(asset);
            if (status == AssetStatus.CREATED) {
                books.assets.put(asset.ledger(), asset);
                books.keepText(new U128(Integer.toUnsignedLong(asset.ledger()), 0), metadata);
            }
            answers.add(status);
        }
        return answers;
    }

    private AssetStatus status(Asset asset) {
        if (asset.ledger() == 0) {
            return AssetStatus.LEDGER_MUST_NOT_BE_ZERO;
        }
        if (asset.code().isEmpty()) {
            return AssetStatus.CODE_MUST_NOT_BE_EMPTY;
        }
        if (Byte.toUnsignedInt(asset.scale()) > MOST_DECIMAL_PLACES) {
            return AssetStatus.SCALE_TOO_LARGE;
        }
        Asset existing = books.assets.get(asset.ledger());
        if (existing == null) {
            return AssetStatus.CREATED;
        }
        return existing.equals(asset) ? AssetStatus.EXISTS : AssetStatus.EXISTS_WITH_DIFFERENT_FIELDS;
    }

    @Override
    public AccountResultList createAccounts(AccountList accounts, List<Metadata> metadata) {
        return AccountResultList.copyOf(
                new Creation(books, clock.getAsLong(), List.copyOf(accounts), metadata).carryOut());
    }

    @Override
    public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
        int before = books.events.size();
        TransferResults results =
                new Commit(books, clock.getAsLong(), List.copyOf(transfers), transactions, metadata).carryOut();
        tell(before);
        return results;
    }

    @Override
    public int expire(int limit) {
        int before = books.events.size();
        long now = clock.getAsLong();
        ResolutionRules rules = new ResolutionRules(books, now);
        List<Transfer> due = books.settlements.entrySet().stream()
                .filter(entry -> entry.getValue() == Settlement.OPEN)
                .map(entry -> Objects.requireNonNull(books.transfers.get(entry.getKey())))
                .filter(rules::isDue)
                .sorted(Comparator.<Transfer>comparingLong(pending -> TransferRules.due(pending, pending.timestamp()))
                        .thenComparingLong(Transfer::timestamp))
                .limit(Integer.toUnsignedLong(limit))
                .toList();
        for (int item = 0; item < due.size(); item++) {
            new ResolutionRules(books, now + item).expire(due.get(item));
        }
        tell(before);
        return due.size();
    }

    private void tell(int before) {
        if (books.events.size() > before) {
            events.accept(EventList.copyOf(books.events.subList(before, books.events.size())));
        }
    }

    @Override
    public boolean[] known(U128List ids) {
        boolean[] known = new boolean[ids.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = books.transfers.containsKey(ids.get(i)) || books.failed.contains(ids.get(i));
        }
        return known;
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        return ids.stream()
                .map(id -> Optional.ofNullable(books.accounts.get(id)))
                .toList();
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        return ids.stream()
                .map(id -> Optional.ofNullable(books.transfers.get(id)))
                .toList();
    }

    @Override
    public List<Optional<PostedTransaction>> lookupTransactions(U128List ids) {
        return ids.stream()
                .map(id -> Optional.ofNullable(books.transactions.get(id)))
                .toList();
    }

    @Override
    public List<List<Entry>> lookupMetadata(U128List ids) {
        return ids.stream().map(id -> books.texts.getOrDefault(id, List.of())).toList();
    }

    @Override
    public List<Asset> assets() {
        return List.copyOf(books.assets.values());
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
        return AccountList.copyOf(queries.queryAccounts(filter));
    }

    @Override
    public TransferList queryTransfers(QueryFilter filter) {
        return TransferList.copyOf(queries.queryTransfers(filter));
    }

    @Override
    public EventList changeEvents(EventFilter filter) {
        return EventList.copyOf(queries.changeEvents(filter));
    }

    @Override
    public List<Optional<Account>> balancesAt(U128List ids, long time) {
        return ids.stream().map(id -> queries.balanceAt(id, time)).toList();
    }
}
