package dev.wasmledger.ledger.bindings.wasmledger.host.state;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.util.List;
import java.util.Optional;

public interface State {
    int openHashed8(String name);

    Optional<Row8> get8(int table, U128 key);

    void put8(int table, U128 key, Row8 row);

    boolean remove8(int table, U128 key);

    int openHashed16(String name);

    Optional<Row16> get16(int table, U128 key);

    void put16(int table, U128 key, Row16 row);

    boolean remove16(int table, U128 key);

    int openOrdered8(String name);

    Optional<Row8> getOrdered8(int table, OrderedKey key);

    void putOrdered8(int table, OrderedKey key, Row8 row);

    boolean removeOrdered8(int table, OrderedKey key);

    List<OrderedRow8> scan8(int table, OrderedKey low, OrderedKey high, int limit);

    int openBlobs(String name);

    Optional<byte[]> getBlob(int table, U128 key);

    void putBlob(int table, U128 key, byte[] value);

    boolean removeBlob(int table, U128 key);
}
