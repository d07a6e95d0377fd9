package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
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

    void account(Account account) {
        number(account.id());
        number(account.debitsPending());
        number(account.debitsPosted());
        number(account.creditsPending());
        number(account.creditsPosted());
        number(account.userData128());
        sink.putLong(account.userData64());
        sink.putInt(account.userData32());
        sink.putInt(account.ledger());
        sink.putShort(account.code());
        sink.putInt(account.flags().bits());
        sink.putLong(account.timestamp());
    }

    void transfer(Transfer transfer) {
        number(transfer.id());
        number(transfer.debitAccountId());
        number(transfer.creditAccountId());
        number(transfer.amount());
        number(transfer.pendingId());
        number(transfer.userData128());
        sink.putLong(transfer.userData64());
        sink.putInt(transfer.userData32());
        sink.putInt(transfer.timeout());
        sink.putInt(transfer.ledger());
        sink.putShort(transfer.code());
        sink.putInt(transfer.flags().bits());
        sink.putLong(transfer.timestamp());
    }

    void transaction(Transaction transaction) {
        number(transaction.id());
        sink.putInt(transaction.effectiveDate());
        number(transaction.reverts());
        sink.putText(transaction.reference());
        list(transaction.entries(), this::entry);
    }

    void event(Event event) {
        sink.putByte(Codes.of(event.kind()));
        sink.putLong(event.timestamp());
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

    void assetStatus(AssetStatus status) {
        sink.putByte(Codes.of(status));
    }

    void accountResult(AccountResult result) {
        sink.putByte(Codes.of(result.status()));
        sink.putLong(result.timestamp());
    }

    void transferResult(TransferResult result) {
        sink.putByte(Codes.of(result.status()));
        sink.putLong(result.timestamp());
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
