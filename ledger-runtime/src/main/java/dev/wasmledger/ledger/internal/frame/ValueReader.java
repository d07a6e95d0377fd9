package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what a {@link ValueWriter} put. */
final class ValueReader {

    private static final AssetStatus[] ASSET_STATUSES = AssetStatus.values();

    private final ByteSource source;

    ValueReader(ByteSource source) {
        this.source = source;
    }

    <T> List<T> list(Supplier<T> each) {
        int count = source.getCount(1);
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(each.get());
        }
        return values;
    }

    Asset asset() {
        return new Asset(source.getInt(), (byte) source.getByte(), source.getText());
    }

    Transaction transaction() {
        return new Transaction(number(), source.getInt(), number(), source.getText(), list(this::entry));
    }

    Metadata metadata() {
        return new Metadata(number(), list(this::entry));
    }

    private Entry entry() {
        return new Entry(source.getText(), source.getText());
    }

    AssetStatus assetStatus() {
        return Codes.value(ASSET_STATUSES, source.getByte());
    }

    Veto veto() {
        return new Veto(source.getInt(), source.getText(), source.getText());
    }

    private U128 number() {
        return new U128(source.getLong(), source.getLong());
    }
}
