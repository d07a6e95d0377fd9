package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.host.state.KeyedRow16;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.KeyedRow8;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.KeyedRow8List;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.State;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A host's tables, as maps. */
final class MemoryState implements State {

    private static final Comparator<OrderedKey> ORDER = Comparator.<OrderedKey, Long>comparing(
                    key -> key.major().high(), Long::compareUnsigned)
            .thenComparing(key -> key.major().low(), Long::compareUnsigned)
            .thenComparing(OrderedKey::minor, Long::compareUnsigned);

    private final List<String> names = new ArrayList<>();
    private final Map<String, Map<U128, Row8>> rows8 = new HashMap<>();
    private final Map<String, Map<U128, Row16>> rows16 = new HashMap<>();
    private final Map<String, NavigableMap<OrderedKey, Row8>> ordered = new HashMap<>();
    private final Map<String, Map<U128, byte[]>> blobs = new HashMap<>();

    /** Every row of every table that has one, in an order that is always the same. */
    Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        rows8.forEach((table, all) -> add(rows, table, new TreeMap<>(text(all))));
        rows16.forEach((table, all) -> add(rows, table, new TreeMap<>(text(all))));
        ordered.forEach((table, all) -> add(rows, table, all));
        blobs.forEach((table, all) -> {
            Map<String, String> text = new TreeMap<>();
            all.forEach((key, bytes) -> text.put(key.toString(), HexFormat.of().formatHex(bytes)));
            add(rows, table, text);
        });
        return rows;
    }

    private static Map<String, Object> text(Map<U128, ?> rows) {
        Map<String, Object> text = new HashMap<>();
        rows.forEach((key, row) -> text.put(key.toString(), row));
        return text;
    }

    private static void add(Map<String, String> rows, String table, Map<?, ?> all) {
        if (!all.isEmpty()) {
            rows.put(table, all.toString());
        }
    }

    private int open(String name) {
        names.add(name);
        return names.size() - 1;
    }

    @Override
    public int openHashed8(String name) {
        rows8.computeIfAbsent(name, key -> new HashMap<>());
        return open(name);
    }

    private Map<U128, Row8> rows8(int table) {
        return rows8.get(names.get(table));
    }

    @Override
    public Optional<Row8> get8(int table, U128 key) {
        return Optional.ofNullable(rows8(table).get(key));
    }

    @Override
    public void put8(int table, U128 key, Row8 row) {
        rows8(table).put(key, row);
    }

    @Override
    public boolean remove8(int table, U128 key) {
        return rows8(table).remove(key) != null;
    }

    @Override
    public KeyedRow8List getMany8(int table, U128List keys) {
        return KeyedRow8List.copyOf(keys.stream()
                .filter(rows8(table)::containsKey)
                .map(key -> new KeyedRow8(key, rows8(table).get(key)))
                .toList());
    }

    @Override
    public void putMany8(int table, KeyedRow8List rows) {
        rows.forEach(row -> put8(table, row.key(), row.row()));
    }

    @Override
    public int openHashed16(String name) {
        rows16.computeIfAbsent(name, key -> new HashMap<>());
        return open(name);
    }

    private Map<U128, Row16> rows16(int table) {
        return rows16.get(names.get(table));
    }

    @Override
    public Optional<Row16> get16(int table, U128 key) {
        return Optional.ofNullable(rows16(table).get(key));
    }

    @Override
    public void put16(int table, U128 key, Row16 row) {
        rows16(table).put(key, row);
    }

    @Override
    public boolean remove16(int table, U128 key) {
        return rows16(table).remove(key) != null;
    }

    @Override
    public KeyedRow16List getMany16(int table, U128List keys) {
        return KeyedRow16List.copyOf(keys.stream()
                .filter(rows16(table)::containsKey)
                .map(key -> new KeyedRow16(key, rows16(table).get(key)))
                .toList());
    }

    @Override
    public void putMany16(int table, KeyedRow16List rows) {
        rows.forEach(row -> put16(table, row.key(), row.row()));
    }

    @Override
    public int openOrdered8(String name) {
        ordered.computeIfAbsent(name, key -> new TreeMap<>(ORDER));
        return open(name);
    }

    private NavigableMap<OrderedKey, Row8> ordered(int table) {
        return ordered.get(names.get(table));
    }

    @Override
    public Optional<Row8> getOrdered8(int table, OrderedKey key) {
        return Optional.ofNullable(ordered(table).get(key));
    }

    @Override
    public void putOrdered8(int table, OrderedKey key, Row8 row) {
        ordered(table).put(key, row);
    }

    @Override
    public boolean removeOrdered8(int table, OrderedKey key) {
        return ordered(table).remove(key) != null;
    }

    @Override
    public void putManyOrdered8(int table, OrderedRow8List rows) {
        rows.forEach(row -> putOrdered8(table, row.key(), row.row()));
    }

    @Override
    public OrderedRow8List scan8(int table, OrderedKey low, OrderedKey high, int limit) {
        return scan(ordered(table), low, high, limit, false);
    }

    @Override
    public OrderedRow8List scan8Reversed(int table, OrderedKey low, OrderedKey high, int limit) {
        return scan(ordered(table), low, high, limit, true);
    }

    private static OrderedRow8List scan(
            NavigableMap<OrderedKey, Row8> rows, OrderedKey low, OrderedKey high, int limit, boolean reversed) {
        if (ORDER.compare(low, high) > 0) {
            return OrderedRow8List.of();
        }
        NavigableMap<OrderedKey, Row8> range = rows.subMap(low, true, high, true);
        return OrderedRow8List.copyOf((reversed ? range.descendingMap() : range)
                .entrySet().stream()
                        .limit(Integer.toUnsignedLong(limit))
                        .map(row -> new OrderedRow8(row.getKey(), row.getValue()))
                        .toList());
    }

    @Override
    public int openBlobs(String name) {
        blobs.computeIfAbsent(name, key -> new HashMap<>());
        return open(name);
    }

    private Map<U128, byte[]> blobs(int table) {
        return blobs.get(names.get(table));
    }

    @Override
    public Optional<byte[]> getBlob(int table, U128 key) {
        return Optional.ofNullable(blobs(table).get(key));
    }

    @Override
    public void putBlob(int table, U128 key, byte[] value) {
        blobs(table).put(key, value);
    }

    @Override
    public boolean removeBlob(int table, U128 key) {
        return blobs(table).remove(key) != null;
    }
}
