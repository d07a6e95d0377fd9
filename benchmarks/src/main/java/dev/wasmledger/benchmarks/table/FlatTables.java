package dev.wasmledger.benchmarks.table;

import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;

/** The ledger's own. */
final class FlatTables implements Peer {

    private static final OrderedTable.Key LAST = new OrderedTable.Key(-1, -1, -1);

    private final HashedTable hashed = new HashedTable(16);
    private final OrderedTable ordered = new OrderedTable();
    private final long[] row8 = new long[8];
    private final long[] row16 = new long[16];

    @Override
    public long get(long key) {
        return hashed.get(key, ~key, row16) ? row16[0] : -1;
    }

    @Override
    public void put(long key, long value) {
        row16[0] = value;
        hashed.put(key, ~key, row16);
    }

    @Override
    public void putOrdered(OrderedTable.Key key, long value) {
        row8[0] = value;
        ordered.put(key, row8);
    }

    @Override
    public long scan(OrderedTable.Key from, int rows) {
        long[] sum = new long[1];
        ordered.scan(from, LAST, rows, (key, page, at) -> sum[0] += page[at]);
        return sum[0];
    }

    @Override
    public void keep() {
        hashed.keep();
        ordered.keep();
    }

    @Override
    public void drop() {
        hashed.drop();
        ordered.drop();
    }
}
