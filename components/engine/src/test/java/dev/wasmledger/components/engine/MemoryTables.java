package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The engine's tables in maps. */
final class MemoryTables implements Tables {

    private static final Comparator<U128> BY_VALUE =
            Comparator.comparing(U128::high, Long::compareUnsigned).thenComparing(U128::low, Long::compareUnsigned);
    private static final Comparator<OrderedKey> BY_KEY =
            Comparator.comparing(OrderedKey::major, BY_VALUE).thenComparing(OrderedKey::minor, Long::compareUnsigned);

    private final Map<Wide, Map<U128, Row16>> wide = new EnumMap<>(Wide.class);
    private final Map<Hashed, Map<U128, Row8>> hashed = new EnumMap<>(Hashed.class);
    private final Map<Ordered, NavigableMap<OrderedKey, Row8>> ordered = new EnumMap<>(Ordered.class);
    private final Map<Blobs, Map<U128, byte[]>> blobs = new EnumMap<>(Blobs.class);

    @Override
    public KeyedRow16List get(Wide table, U128List keys) {
        Map<U128, Row16> rows = wide.getOrDefault(table, Map.of());
        return KeyedRow16List.copyOf(keys.stream()
                .filter(rows::containsKey)
                .map(key -> new KeyedRow16(key, rows.get(key)))
                .toList());
    }

    @Override
    public void put(Wide table, KeyedRow16List rows) {
        rows.forEach(row -> wide.computeIfAbsent(table, name -> new HashMap<>()).put(row.key(), row.row()));
    }

    @Override
    public Optional<Row8> get(Hashed table, U128 key) {
        return Optional.ofNullable(hashed.getOrDefault(table, Map.of()).get(key));
    }

    @Override
    public void put(Hashed table, U128 key, Row8 row) {
        hashed.computeIfAbsent(table, name -> new HashMap<>()).put(key, row);
    }

    @Override
    public Optional<Row8> get(Ordered table, OrderedKey key) {
        return Optional.ofNullable(rows(table).get(key));
    }

    @Override
    public void put(Ordered table, OrderedKey key, Row8 row) {
        rows(table).put(key, row);
    }

    @Override
    public void put(Ordered table, OrderedRow8List rows) {
        rows.forEach(row -> put(table, row.key(), row.row()));
    }

    @Override
    public void remove(Ordered table, OrderedKey key) {
        rows(table).remove(key);
    }

    @Override
    public OrderedRow8List scan(Ordered table, OrderedKey low, OrderedKey high, int limit, boolean reversed) {
        NavigableMap<OrderedKey, Row8> range = rows(table).subMap(low, true, high, true);
        Collection<OrderedRow8> found = new ArrayList<>();
        for (Map.Entry<OrderedKey, Row8> row : (reversed ? range.descendingMap() : range).entrySet()) {
            if (found.size() == limit) {
                break;
            }
            found.add(new OrderedRow8(row.getKey(), row.getValue()));
        }
        return OrderedRow8List.copyOf(found);
    }

    private NavigableMap<OrderedKey, Row8> rows(Ordered table) {
        return ordered.computeIfAbsent(table, name -> new TreeMap<>(BY_KEY));
    }

    @Override
    public Optional<byte[]> get(Blobs table, U128 key) {
        return Optional.ofNullable(blobs.getOrDefault(table, Map.of()).get(key));
    }

    @Override
    public void put(Blobs table, U128 key, byte[] bytes) {
        blobs.computeIfAbsent(table, name -> new HashMap<>()).put(key, bytes);
    }
}
