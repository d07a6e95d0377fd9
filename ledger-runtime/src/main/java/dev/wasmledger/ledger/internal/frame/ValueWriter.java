package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import java.util.List;
import java.util.function.Consumer;

/** Puts the values of {@code wasmledger:types}: fields in their order, a case of an enumeration as its place there. */
final class ValueWriter {

    private final ByteSink sink;

    ValueWriter(ByteSink sink) {
        this.sink = sink;
    }

    <T> void list(List<T> values, Consumer<T> each) {
        sink.putInt(values.size());
        values.forEach(each);
    }

    void asset(Asset asset) {
        sink.putInt(asset.ledger());
        sink.putByte(asset.scale());
        sink.putText(asset.code());
    }

    void transaction(Transaction transaction) {
        number(transaction.id());
        sink.putInt(transaction.effectiveDate());
        number(transaction.reverts());
        sink.putText(transaction.reference());
        list(transaction.entries(), this::entry);
    }

    void metadata(Metadata metadata) {
        number(metadata.id());
        list(metadata.entries(), this::entry);
    }

    private void entry(Entry entry) {
        sink.putText(entry.key());
        sink.putText(entry.value());
    }

    void assetStatus(AssetStatus status) {
        sink.putByte(Codes.of(status));
    }

    void veto(Veto veto) {
        sink.putInt(veto.index());
        sink.putText(veto.policy());
        sink.putText(veto.reason());
    }

    private void number(U128 number) {
        sink.putLong(number.low());
        sink.putLong(number.high());
    }
}
