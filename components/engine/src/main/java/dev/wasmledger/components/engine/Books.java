package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers from one call to the next:
 *
 * <ul>
 *   <li>{@code accounts} and {@code transfers} by id; an id that was used up by failing has a transfer's row of zeros
 *   <li>{@code timeline}: what each time in the books stands for ({@link Moment})
 *   <li>{@code changes}: at (account, time), the account's balances after what happened then
 *   <li>{@code expiries}: at (when it expires, when it was committed), the id of a pending transfer
 *   <li>{@code marks}: at 0, the last account's time and the last transfer's
 *   <li>{@code assets} by number, {@code asset-codes}, {@code metadata} and {@code transactions} as text, {@code reversals} by
 *       the id of what was taken back
 * </ul>
 */
final class Books {

    static final U128 ZERO = new U128(0, 0);

    /** All bits set: the greatest u64. */
    private static final long GREATEST = -1;

    /** How many rows one scan asks for. */
    static final int PAGE = 1_000;

    private final Tables tables;

    Books(Tables tables) {
        this.tables = tables;
    }

    Optional<Asset> asset(int ledger) {
        return tables.get(Tables.Ordered.ASSETS, at(Words.unsigned(ledger))).map(row -> asset(ledger, row));
    }

    List<Asset> assets() {
        List<Asset> found = new ArrayList<>();
        long from = 0;
        List<OrderedRow8> page;
        do {
            page = tables.scan(Tables.Ordered.ASSETS, at(from), at(GREATEST), PAGE, false);
            for (OrderedRow8 row : page) {
                from = row.key().minor() + 1;
                found.add(asset((int) row.key().minor(), row.row()));
            }
        } while (page.size() == PAGE);
        return found;
    }

    void add(Asset asset) {
        long number = Words.unsigned(asset.ledger());
        tables.put(Tables.Ordered.ASSETS, at(number), new Row8(asset.scale(), 0, 0, 0, 0, 0, 0, 0));
        tables.put(Tables.Blobs.ASSET_CODES, new U128(number, 0), Rows.encode(asset.code()));
    }

    private Asset asset(int ledger, Row8 row) {
        byte[] code = tables.get(Tables.Blobs.ASSET_CODES, new U128(Words.unsigned(ledger), 0))
                .orElseThrow();
        return new Asset(ledger, (byte) row.f0(), Rows.text(code));
    }

    @Nullable
    AccountState account(long low, long high) {
        KeyedRow16List rows = accounts(U128List.of(new U128(low, high)));
        if (rows.isEmpty()) {
            return null;
        }
        AccountState account = new AccountState();
        new RecordRows().read(rows, 0, account);
        return account;
    }

    /** The rows of those accounts that there are, in order. */
    KeyedRow16List accounts(U128List ids) {
        return tables.get(Tables.Wide.ACCOUNTS, ids);
    }

    void writeAccounts(KeyedRow16List rows) {
        tables.put(Tables.Wide.ACCOUNTS, rows);
    }

    /** A transfer, or what stands for an id that is used up. */
    @Nullable
    TransferState transfer(long low, long high) {
        KeyedRow16List rows = transfers(U128List.of(new U128(low, high)));
        if (rows.isEmpty()) {
            return null;
        }
        TransferState transfer = new TransferState();
        new RecordRows().read(rows, 0, transfer);
        return transfer;
    }

    /** The rows of those transfers that there are, used-up ids included, in order. */
    KeyedRow16List transfers(U128List ids) {
        return tables.get(Tables.Wide.TRANSFERS, ids);
    }

    void writeTransfers(KeyedRow16List rows) {
        tables.put(Tables.Wide.TRANSFERS, rows);
    }

    Optional<Moment> moment(long time) {
        return tables.get(Tables.Ordered.TIMELINE, at(time)).map(row -> Moment.of(time, row));
    }

    /** At most a page of moments between two times, both included. */
    List<Moment> moments(long first, long last, boolean reversed) {
        List<Moment> moments = new ArrayList<>();
        for (OrderedRow8 row : tables.scan(Tables.Ordered.TIMELINE, at(first), at(last), PAGE, reversed)) {
            moments.add(Moment.of(row.key().minor(), row.row()));
        }
        return moments;
    }

    void write(Moment moment) {
        tables.put(Tables.Ordered.TIMELINE, at(moment.time()), moment.row());
    }

    /**
     * Remembers what happened.
     *
     * @param moments what each time stands for
     * @param changes each account's balances after it
     */
    void write(OrderedRow8List moments, OrderedRow8List changes) {
        tables.put(Tables.Ordered.TIMELINE, moments);
        tables.put(Tables.Ordered.CHANGES, changes);
    }

    /** An account's balances after what happened at that time. */
    Optional<Row8> change(U128 account, long time) {
        return tables.get(Tables.Ordered.CHANGES, new OrderedKey(account, time));
    }

    /** At most so many of an account's changes between two times, both included. */
    List<OrderedRow8> changes(U128 account, long first, long last, int limit, boolean reversed) {
        return tables.scan(
                Tables.Ordered.CHANGES, new OrderedKey(account, first), new OrderedKey(account, last), limit, reversed);
    }

    void addExpiry(TransferState pending) {
        tables.put(
                Tables.Ordered.EXPIRIES, expiryKey(pending), new Row8(pending.idLow, pending.idHigh, 0, 0, 0, 0, 0, 0));
    }

    void removeExpiry(TransferState pending) {
        tables.remove(Tables.Ordered.EXPIRIES, expiryKey(pending));
    }

    /** The ids of pending transfers that have expired by then, in the order in which they do. */
    List<U128> expired(long now, int limit) {
        List<U128> ids = new ArrayList<>();
        OrderedKey last = new OrderedKey(new U128(now, 0), GREATEST);
        for (OrderedRow8 row : tables.scan(Tables.Ordered.EXPIRIES, at(0), last, limit, false)) {
            ids.add(new U128(row.row().f0(), row.row().f1()));
        }
        return ids;
    }

    private static OrderedKey expiryKey(TransferState pending) {
        return new OrderedKey(new U128(pending.expiry(), 0), pending.record.timestamp());
    }

    /** The times of the last account and of the last transfer; zero where there is none. */
    long[] lastTimes() {
        return tables.get(Tables.Hashed.MARKS, ZERO)
                .map(row -> new long[] {row.f0(), row.f1()})
                .orElseGet(() -> new long[2]);
    }

    void writeLastTimes(long account, long transfer) {
        tables.put(Tables.Hashed.MARKS, ZERO, new Row8(account, transfer, 0, 0, 0, 0, 0, 0));
    }

    /** The text that belongs to an id; empty where there is none. */
    List<Entry> metadata(U128 id) {
        return tables.get(Tables.Blobs.METADATA, id).map(Rows::entries).orElseGet(List::of);
    }

    void addMetadata(U128 id, List<Entry> entries) {
        tables.put(Tables.Blobs.METADATA, id, Rows.encode(entries));
    }

    Optional<byte[]> transaction(U128 id) {
        return tables.get(Tables.Blobs.TRANSACTIONS, id);
    }

    void addTransaction(U128 id, byte[] bytes) {
        tables.put(Tables.Blobs.TRANSACTIONS, id, bytes);
    }

    /** What has taken a transaction back; zero where nothing has. */
    U128 reversalOf(U128 transaction) {
        return tables.get(Tables.Hashed.REVERSALS, transaction)
                .map(row -> new U128(row.f0(), row.f1()))
                .orElse(ZERO);
    }

    void addReversal(U128 reverted, U128 by) {
        tables.put(Tables.Hashed.REVERSALS, reverted, new Row8(by.low(), by.high(), 0, 0, 0, 0, 0, 0));
    }

    private static OrderedKey at(long minor) {
        return new OrderedKey(ZERO, minor);
    }
}
