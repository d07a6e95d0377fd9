package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.util.Optional;

/** The tables that the engine keeps everything in; what they hold is said in {@link Books}. */
interface Tables {

    /** Hashed tables of rows of sixteen fields. */
    enum Wide {
        ACCOUNTS,
        TRANSFERS
    }

    /** Hashed tables of rows of eight fields. */
    enum Hashed {
        MARKS,
        REVERSALS
    }

    /** Ordered tables. */
    enum Ordered {
        ASSETS,
        TIMELINE,
        CHANGES,
        EXPIRIES
    }

    /** Tables of bytes. */
    enum Blobs {
        ASSET_CODES,
        METADATA,
        TRANSACTIONS
    }

    /** The rows under those of the keys that have one, in the order of the keys. */
    KeyedRow16List get(Wide table, U128List keys);

    void put(Wide table, KeyedRow16List rows);

    Optional<Row8> get(Hashed table, U128 key);

    void put(Hashed table, U128 key, Row8 row);

    Optional<Row8> get(Ordered table, OrderedKey key);

    void put(Ordered table, OrderedKey key, Row8 row);

    void put(Ordered table, OrderedRow8List rows);

    void remove(Ordered table, OrderedKey key);

    /** At most {@code limit} rows between two keys, both included: the first ones in order, or the last ones reversed. */
    OrderedRow8List scan(Ordered table, OrderedKey low, OrderedKey high, int limit, boolean reversed);

    Optional<byte[]> get(Blobs table, U128 key);

    void put(Blobs table, U128 key, byte[] bytes);
}
