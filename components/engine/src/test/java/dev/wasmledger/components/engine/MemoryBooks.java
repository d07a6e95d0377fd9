package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Books in maps, through the rows that the host would hold. */
final class MemoryBooks implements Books {

    private final TreeMap<Long, Asset> assets = new TreeMap<>(Long::compareUnsigned);
    private final Map<U128, Account> accounts = new HashMap<>();
    private final TreeMap<Long, U128> accountsByTime = new TreeMap<>(Long::compareUnsigned);
    private final Map<U128, Transfer> transfers = new HashMap<>();
    private final Map<U128, byte[]> metadata = new HashMap<>();
    private int writes;

    /** How often anything was written. */
    int writes() {
        return writes;
    }

    @Override
    public Optional<Asset> asset(int ledger) {
        return Optional.ofNullable(assets.get(Ids.assetNumber(ledger)));
    }

    @Override
    public List<Asset> assets() {
        return List.copyOf(assets.values());
    }

    @Override
    public void add(Asset asset) {
        writes++;
        assets.put(Ids.assetNumber(asset.ledger()), asset);
    }

    @Override
    public Optional<Account> account(U128 id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public List<Account> accounts(long after, int limit) {
        return accountsByTime.tailMap(after, false).values().stream()
                .limit(limit)
                .map(accounts::get)
                .toList();
    }

    @Override
    public void add(Account account) {
        update(account);
        accountsByTime.put(account.timestamp(), account.id());
    }

    @Override
    public void update(Account account) {
        writes++;
        accounts.put(account.id(), Rows.account(account.id(), Rows.row(account)));
    }

    @Override
    public Optional<Transfer> transfer(U128 id) {
        return Optional.ofNullable(transfers.get(id));
    }

    @Override
    public void add(Transfer transfer) {
        writes++;
        transfers.put(transfer.id(), Rows.transfer(transfer.id(), Rows.row(transfer)));
    }

    @Override
    public List<Entry> metadata(U128 id) {
        byte[] blob = metadata.get(id);
        return blob == null ? List.of() : Rows.entries(blob);
    }

    @Override
    public void addMetadata(U128 id, List<Entry> entries) {
        writes++;
        metadata.put(id, Rows.encode(entries));
    }
}
