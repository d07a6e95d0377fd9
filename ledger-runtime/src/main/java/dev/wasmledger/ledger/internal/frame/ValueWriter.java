package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.util.List;
import java.util.function.Consumer;

/** Puts the values of {@code wasmledger:types}: fields in their order, cases by a code, errors by their name. */
final class ValueWriter {

    static final int CREATED = 0;
    static final int EXISTS = 1;
    static final int REJECTED = 2;
    static final int VETOED = 3;

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

    void account(Account account) {
        number(account.id());
        number(account.debitsPosted());
        number(account.creditsPosted());
        number(account.userData());
        sink.putInt(account.ledger());
        sink.putShort(account.code());
        sink.putInt(account.flags().bits());
        sink.putLong(account.timestamp());
    }

    void transfer(Transfer transfer) {
        number(transfer.id());
        number(transfer.debitAccount());
        number(transfer.creditAccount());
        number(transfer.amount());
        number(transfer.userData());
        sink.putInt(transfer.ledger());
        sink.putShort(transfer.code());
        sink.putInt(transfer.flags().bits());
        sink.putLong(transfer.timestamp());
    }

    void event(Event event) {
        transfer(event.transfer());
        account(event.debitAccount());
        account(event.creditAccount());
    }

    void metadata(Metadata metadata) {
        number(metadata.id());
        list(metadata.entries(), this::entry);
    }

    private void entry(Entry entry) {
        sink.putText(entry.key());
        sink.putText(entry.value());
    }

    void assetOutcome(AssetOutcome outcome) {
        switch (outcome) {
            case AssetOutcome.Created() -> sink.putByte(CREATED);
            case AssetOutcome.Exists() -> sink.putByte(EXISTS);
            case AssetOutcome.Rejected(var error) -> rejected(error);
        }
    }

    void accountOutcome(AccountOutcome outcome) {
        switch (outcome) {
            case AccountOutcome.Created() -> sink.putByte(CREATED);
            case AccountOutcome.Exists() -> sink.putByte(EXISTS);
            case AccountOutcome.Rejected(var error) -> rejected(error);
        }
    }

    void transferOutcome(TransferOutcome outcome) {
        switch (outcome) {
            case TransferOutcome.Committed() -> sink.putByte(CREATED);
            case TransferOutcome.Exists() -> sink.putByte(EXISTS);
            case TransferOutcome.Rejected(var error) -> rejected(error);
            case TransferOutcome.Vetoed(var veto) -> {
                sink.putByte(VETOED);
                sink.putText(veto.policy());
                sink.putText(veto.reason());
            }
        }
    }

    private void rejected(Enum<?> error) {
        sink.putByte(REJECTED);
        sink.putText(error.name());
    }

    private void number(U128 number) {
        sink.putLong(number.low());
        sink.putLong(number.high());
    }
}
