package dev.wasmledger.ledger.internal.host;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.KeyedRow16;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.KeyedRow8;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.KeyedRow8List;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.State;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.ledger.internal.table.BlobTable;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;
import dev.wasmledger.ledger.internal.table.StateMisuseException;
import dev.wasmledger.ledger.internal.table.Table;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state capability of one component instance: its tables and no others. A handle is a place in its own list. */
public final class InstanceState implements State {

    private final String instance;
    private final TableStore store;
    private final Scope scope;
    private final List<Table> tables = new ArrayList<>();
    private final long[] row8 = new long[8];
    private final long[] row16 = new long[16];

    public InstanceState(String instance, TableStore store, Scope scope) {
        this.instance = instance;
        this.store = store;
        this.scope = scope;
    }

    @Override
    public int openHashed8(String name) {
        return open(name, TableKind.HASHED8);
    }

    @Override
    public Optional<Row8> get8(int table, U128 key) {
        return hashed(table, TableKind.HASHED8).get(key.low(), key.high(), row8)
                ? Optional.of(row8(row8, 0))
                : Optional.empty();
    }

    @Override
    public void put8(int table, U128 key, Row8 row) {
        scope.checkWriting();
        copy(row, row8);
        hashed(table, TableKind.HASHED8).put(key.low(), key.high(), row8);
    }

    @Override
    public boolean remove8(int table, U128 key) {
        scope.checkWriting();
        return hashed(table, TableKind.HASHED8).remove(key.low(), key.high());
    }

    @Override
    public KeyedRow8List getMany8(int table, U128List keys) {
        List<KeyedRow8> found = new ArrayList<>();
        hashed(table, TableKind.HASHED8);
        for (U128 key : keys) {
            get8(table, key).ifPresent(row -> found.add(new KeyedRow8(key, row)));
        }
        return KeyedRow8List.copyOf(found);
    }

    @Override
    public void putMany8(int table, KeyedRow8List rows) {
        written(table, TableKind.HASHED8);
        rows.forEach(row -> put8(table, row.key(), row.row()));
    }

    @Override
    public int openHashed16(String name) {
        return open(name, TableKind.HASHED16);
    }

    @Override
    public Optional<Row16> get16(int table, U128 key) {
        long[] r = row16;
        return hashed(table, TableKind.HASHED16).get(key.low(), key.high(), r)
                ? Optional.of(new Row16(
                        r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10], r[11], r[12], r[13], r[14],
                        r[15]))
                : Optional.empty();
    }

    @Override
    public void put16(int table, U128 key, Row16 row) {
        scope.checkWriting();
        long[] r = row16;
        r[0] = row.f0();
        r[1] = row.f1();
        r[2] = row.f2();
        r[3] = row.f3();
        r[4] = row.f4();
        r[5] = row.f5();
        r[6] = row.f6();
        r[7] = row.f7();
        r[8] = row.f8();
        r[9] = row.f9();
        r[10] = row.f10();
        r[11] = row.f11();
        r[12] = row.f12();
        r[13] = row.f13();
        r[14] = row.f14();
        r[15] = row.f15();
        hashed(table, TableKind.HASHED16).put(key.low(), key.high(), r);
    }

    @Override
    public boolean remove16(int table, U128 key) {
        scope.checkWriting();
        return hashed(table, TableKind.HASHED16).remove(key.low(), key.high());
    }

    @Override
    public KeyedRow16List getMany16(int table, U128List keys) {
        List<KeyedRow16> found = new ArrayList<>();
        hashed(table, TableKind.HASHED16);
        for (U128 key : keys) {
            get16(table, key).ifPresent(row -> found.add(new KeyedRow16(key, row)));
        }
        return KeyedRow16List.copyOf(found);
    }

    @Override
    public void putMany16(int table, KeyedRow16List rows) {
        written(table, TableKind.HASHED16);
        rows.forEach(row -> put16(table, row.key(), row.row()));
    }

    @Override
    public int openOrdered8(String name) {
        return open(name, TableKind.ORDERED8);
    }

    @Override
    public Optional<Row8> getOrdered8(int table, OrderedKey key) {
        return ordered(table).get(key(key), row8) ? Optional.of(row8(row8, 0)) : Optional.empty();
    }

    @Override
    public void putOrdered8(int table, OrderedKey key, Row8 row) {
        scope.checkWriting();
        copy(row, row8);
        ordered(table).put(key(key), row8);
    }

    @Override
    public boolean removeOrdered8(int table, OrderedKey key) {
        scope.checkWriting();
        return ordered(table).remove(key(key));
    }

    @Override
    public void putManyOrdered8(int table, OrderedRow8List rows) {
        writtenOrdered(table);
        rows.forEach(row -> putOrdered8(table, row.key(), row.row()));
    }

    @Override
    public OrderedRow8List scan8(int table, OrderedKey low, OrderedKey high, int limit) {
        List<OrderedRow8> rows = new ArrayList<>();
        ordered(table).scan(key(low), key(high), most(limit), collect(rows));
        return checked(rows);
    }

    @Override
    public OrderedRow8List scan8Reversed(int table, OrderedKey low, OrderedKey high, int limit) {
        List<OrderedRow8> rows = new ArrayList<>();
        ordered(table).scanReversed(key(low), key(high), most(limit), collect(rows));
        return checked(rows);
    }

    private static int most(int limit) {
        return Integer.compareUnsigned(limit, Limits.SCAN_ROWS) <= 0 ? limit : Limits.SCAN_ROWS + 1;
    }

    private static OrderedTable.RowConsumer collect(List<OrderedRow8> rows) {
        return (key, page, at) ->
                rows.add(new OrderedRow8(new OrderedKey(new U128(key.low(), key.high()), key.minor()), row8(page, at)));
    }

    private static OrderedRow8List checked(List<OrderedRow8> rows) {
        if (rows.size() > Limits.SCAN_ROWS) {
            throw new StateMisuseException("a scan of more than %d rows".formatted(Limits.SCAN_ROWS));
        }
        return OrderedRow8List.copyOf(rows);
    }

    @Override
    public int openBlobs(String name) {
        return open(name, TableKind.BLOBS);
    }

    @Override
    public Optional<byte[]> getBlob(int table, U128 key) {
        return blobs(table).get(key.low(), key.high());
    }

    @Override
    public void putBlob(int table, U128 key, byte[] value) {
        scope.checkWriting();
        if (value.length > Limits.BLOB_BYTES) {
            throw new StateMisuseException(
                    "a blob of %d bytes; the most are %d".formatted(value.length, Limits.BLOB_BYTES));
        }
        blobs(table).put(key.low(), key.high(), value);
    }

    @Override
    public boolean removeBlob(int table, U128 key) {
        scope.checkWriting();
        return blobs(table).remove(key.low(), key.high());
    }

    private int open(String name, TableKind kind) {
        Table table = store.open(instance, name, kind);
        int handle = tables.indexOf(table);
        if (handle < 0) {
            handle = tables.size();
            tables.add(table);
        }
        return handle;
    }

    /** A table of that kind, which is about to be written to. */
    HashedTable written(int handle, TableKind kind) {
        scope.checkWriting();
        return hashed(handle, kind);
    }

    /** An ordered table, which is about to be written to. */
    OrderedTable writtenOrdered(int handle) {
        scope.checkWriting();
        return ordered(handle);
    }

    /** A table of that kind, by its handle. */
    HashedTable hashed(int handle, TableKind kind) {
        if (table(handle) instanceof HashedTable table && table.kind() == kind) {
            return table;
        }
        throw wrongKind(handle, kind);
    }

    /** An ordered table, by its handle. */
    OrderedTable ordered(int handle) {
        if (table(handle) instanceof OrderedTable table) {
            return table;
        }
        throw wrongKind(handle, TableKind.ORDERED8);
    }

    private BlobTable blobs(int handle) {
        if (table(handle) instanceof BlobTable table) {
            return table;
        }
        throw wrongKind(handle, TableKind.BLOBS);
    }

    private Table table(int handle) {
        if (handle < 0 || handle >= tables.size()) {
            throw new StateMisuseException("table %s was never opened".formatted(Integer.toUnsignedString(handle)));
        }
        return tables.get(handle);
    }

    private StateMisuseException wrongKind(int handle, TableKind kind) {
        return new StateMisuseException(
                "table %d is %s, not %s".formatted(handle, table(handle).kind(), kind));
    }

    private static OrderedTable.Key key(OrderedKey key) {
        return new OrderedTable.Key(key.major().high(), key.major().low(), key.minor());
    }

    private static Row8 row8(long[] from, int at) {
        return new Row8(
                from[at],
                from[at + 1],
                from[at + 2],
                from[at + 3],
                from[at + 4],
                from[at + 5],
                from[at + 6],
                from[at + 7]);
    }

    private static void copy(Row8 row, long[] target) {
        target[0] = row.f0();
        target[1] = row.f1();
        target[2] = row.f2();
        target[3] = row.f3();
        target[4] = row.f4();
        target[5] = row.f5();
        target[6] = row.f6();
        target[7] = row.f7();
    }
}
