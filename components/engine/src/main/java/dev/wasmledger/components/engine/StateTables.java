package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.State;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.util.Optional;

/** The tables that the host keeps for this instance. */
class StateTables implements Tables {

    private final int accounts = State.openHashed16("accounts");
    private final int transfers = State.openHashed16("transfers");
    private final int marks = State.openHashed8("marks");
    private final int reversals = State.openHashed8("reversals");
    private final int assets = State.openOrdered8("assets");
    private final int timeline = State.openOrdered8("timeline");
    private final int changes = State.openOrdered8("changes");
    private final int expiries = State.openOrdered8("expiries");
    private final int assetCodes = State.openBlobs("asset-codes");
    private final int metadata = State.openBlobs("metadata");
    private final int transactions = State.openBlobs("transactions");

    private int handle(Wide table) {
        return table == Wide.ACCOUNTS ? accounts : transfers;
    }

    private int handle(Hashed table) {
        return table == Hashed.MARKS ? marks : reversals;
    }

    private int handle(Ordered table) {
        return switch (table) {
            case ASSETS -> assets;
            case TIMELINE -> timeline;
            case CHANGES -> changes;
            case EXPIRIES -> expiries;
        };
    }

    private int handle(Blobs table) {
        return switch (table) {
            case ASSET_CODES -> assetCodes;
            case METADATA -> metadata;
            case TRANSACTIONS -> transactions;
        };
    }

    @Override
    public KeyedRow16List get(Wide table, U128List keys) {
        return State.getMany16(handle(table), keys);
    }

    @Override
    public void put(Wide table, KeyedRow16List rows) {
        State.putMany16(handle(table), rows);
    }

    @Override
    public Optional<Row8> get(Hashed table, U128 key) {
        return State.get8(handle(table), key);
    }

    @Override
    public void put(Hashed table, U128 key, Row8 row) {
        State.put8(handle(table), key, row);
    }

    @Override
    public Optional<Row8> get(Ordered table, OrderedKey key) {
        return State.getOrdered8(handle(table), key);
    }

    @Override
    public void put(Ordered table, OrderedKey key, Row8 row) {
        State.putOrdered8(handle(table), key, row);
    }

    @Override
    public void put(Ordered table, OrderedRow8List rows) {
        State.putManyOrdered8(handle(table), rows);
    }

    @Override
    public void remove(Ordered table, OrderedKey key) {
        State.removeOrdered8(handle(table), key);
    }

    @Override
    public OrderedRow8List scan(Ordered table, OrderedKey low, OrderedKey high, int limit, boolean reversed) {
        int handle = handle(table);
        return reversed ? State.scan8Reversed(handle, low, high, limit) : State.scan8(handle, low, high, limit);
    }

    @Override
    public Optional<byte[]> get(Blobs table, U128 key) {
        return State.getBlob(handle(table), key);
    }

    @Override
    public void put(Blobs table, U128 key, byte[] bytes) {
        State.putBlob(handle(table), key, bytes);
    }
}
