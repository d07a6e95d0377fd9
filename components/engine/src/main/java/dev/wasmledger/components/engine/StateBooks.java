package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.State;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Books in the host's tables. {@code accounts} and {@code transfers} are hashed by id; {@code accounts-by-time} orders
 * accounts by timestamp, {@code assets} orders assets by number; {@code metadata} holds text by id.
 */
final class StateBooks implements Books {

    private static final U128 ZERO = new U128(0, 0);

    /** All bits set: the greatest u64. */
    private static final long GREATEST = -1;

    /** How many assets one scan asks for. */
    private static final int ASSETS_PAGE = 1_000;

    private final int accounts = State.openHashed8("accounts");
    private final int accountsByTime = State.openOrdered8("accounts-by-time");
    private final int transfers = State.openHashed16("transfers");
    private final int assets = State.openOrdered8("assets");
    private final int assetCodes = State.openBlobs("asset-codes");
    private final int metadata = State.openBlobs("metadata");

    @Override
    public Optional<Asset> asset(int ledger) {
        return State.getOrdered8(assets, assetKey(Ids.assetNumber(ledger))).map(row -> asset(ledger, row));
    }

    @Override
    public List<Asset> assets() {
        List<Asset> found = new ArrayList<>();
        long from = 0;
        List<OrderedRow8> page;
        do {
            page = State.scan8(assets, assetKey(from), assetKey(GREATEST), ASSETS_PAGE);
            for (OrderedRow8 row : page) {
                from = row.key().minor() + 1;
                found.add(asset((int) row.key().minor(), row.row()));
            }
        } while (page.size() == ASSETS_PAGE);
        return found;
    }

    @Override
    public void add(Asset asset) {
        long number = Ids.assetNumber(asset.ledger());
        State.putOrdered8(assets, assetKey(number), new Row8(asset.scale(), 0, 0, 0, 0, 0, 0, 0));
        State.putBlob(assetCodes, new U128(number, 0), Rows.encode(asset.code()));
    }

    @Override
    public Optional<Account> account(U128 id) {
        return State.get8(accounts, id).map(row -> Rows.account(id, row));
    }

    @Override
    public List<Account> accounts(long after, int limit) {
        List<Account> found = new ArrayList<>();
        if (after == GREATEST) {
            return found;
        }
        for (OrderedRow8 row : State.scan8(accountsByTime, timeKey(after + 1), timeKey(GREATEST), limit)) {
            account(new U128(row.row().f0(), row.row().f1())).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public void add(Account account) {
        update(account);
        Row8 id = new Row8(account.id().low(), account.id().high(), 0, 0, 0, 0, 0, 0);
        State.putOrdered8(accountsByTime, timeKey(account.timestamp()), id);
    }

    @Override
    public void update(Account account) {
        State.put8(accounts, account.id(), Rows.row(account));
    }

    @Override
    public Optional<Transfer> transfer(U128 id) {
        return State.get16(transfers, id).map(row -> Rows.transfer(id, row));
    }

    @Override
    public void add(Transfer transfer) {
        State.put16(transfers, transfer.id(), Rows.row(transfer));
    }

    @Override
    public List<Entry> metadata(U128 id) {
        return State.getBlob(metadata, id).map(Rows::entries).orElseGet(List::of);
    }

    @Override
    public void addMetadata(U128 id, List<Entry> entries) {
        State.putBlob(metadata, id, Rows.encode(entries));
    }

    private Asset asset(int ledger, Row8 row) {
        byte[] code =
                State.getBlob(assetCodes, new U128(Ids.assetNumber(ledger), 0)).orElseThrow();
        return new Asset(ledger, (byte) row.f0(), Rows.text(code));
    }

    private static OrderedKey assetKey(long number) {
        return new OrderedKey(ZERO, number);
    }

    private static OrderedKey timeKey(long timestamp) {
        return new OrderedKey(ZERO, timestamp);
    }
}
