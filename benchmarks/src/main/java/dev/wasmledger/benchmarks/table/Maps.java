package dev.wasmledger.benchmarks.table;

import dev.wasmledger.ledger.internal.table.OrderedTable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The peer: maps of rows, and above them maps of what the command at hand has written. */
final class Maps implements Peer {

    private record Key(long low, long high) {}

    private final Map<Key, long[]> hashed = new HashMap<>();
    private final Map<Key, long[]> hashedChanges = new HashMap<>();
    private final TreeMap<OrderedTable.Key, long[]> ordered = new TreeMap<>();
    private final TreeMap<OrderedTable.Key, long[]> orderedChanges = new TreeMap<>();

    @Override
    public long get(long key) {
        Key wanted = new Key(key, ~key);
        long[] changed = hashedChanges.get(wanted);
        long[] row = changed != null ? changed : hashed.get(wanted);
        return row == null ? -1 : row.clone()[0];
    }

    @Override
    public void put(long key, long value) {
        long[] row = new long[16];
        row[0] = value;
        hashedChanges.put(new Key(key, ~key), row);
    }

    @Override
    public void putOrdered(OrderedTable.Key key, long value) {
        long[] row = new long[8];
        row[0] = value;
        orderedChanges.put(key, row);
    }

    /** Only with what was kept: a merge of two maps would cost this peer more. */
    @Override
    public long scan(OrderedTable.Key from, int rows) {
        long sum = 0;
        int seen = 0;
        for (long[] row : ordered.tailMap(from, true).values()) {
            if (seen++ == rows) {
                break;
            }
            sum += row[0];
        }
        return sum;
    }

    @Override
    public void keep() {
        hashed.putAll(hashedChanges);
        ordered.putAll(orderedChanges);
        drop();
    }

    @Override
    public void drop() {
        hashedChanges.clear();
        orderedChanges.clear();
    }
}
