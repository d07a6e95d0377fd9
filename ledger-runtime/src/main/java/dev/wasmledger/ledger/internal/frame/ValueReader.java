package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Reads what a {@link ValueWriter} put. */
final class ValueReader {

    private static final AssetStatus[] ASSET_STATUSES = AssetStatus.values();
    private static final AccountStatus[] ACCOUNT_STATUSES = AccountStatus.values();
    private static final TransferStatus[] TRANSFER_STATUSES = TransferStatus.values();
    private static final EventKind[] EVENT_KINDS = EventKind.values();

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

    Account account() {
        return new Account(
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                source.getLong(),
                source.getInt(),
                source.getInt(),
                source.getShort(),
                flags(AccountFlags::new),
                source.getLong());
    }

    Transfer transfer() {
        return new Transfer(
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                source.getLong(),
                source.getInt(),
                source.getInt(),
                source.getInt(),
                source.getShort(),
                flags(TransferFlags::new),
                source.getLong());
    }

    Transaction transaction() {
        return new Transaction(number(), source.getInt(), number(), source.getText(), list(this::entry));
    }

    Event event() {
        EventKind kind = Codes.value(EVENT_KINDS, source.getByte());
        return new Event(kind, source.getLong(), transfer(), account(), account());
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

    AccountResult accountResult() {
        return new AccountResult(Codes.value(ACCOUNT_STATUSES, source.getByte()), source.getLong());
    }

    TransferResult transferResult() {
        return new TransferResult(Codes.value(TRANSFER_STATUSES, source.getByte()), source.getLong());
    }

    Veto veto() {
        return new Veto(source.getInt(), source.getText(), source.getText());
    }

    private <F> F flags(IntFunction<F> type) {
        int bits = source.getInt();
        try {
            return type.apply(bits);
        } catch (IllegalArgumentException unknown) {
            throw new MalformedFrameException("has flags of which one means nothing: " + Integer.toBinaryString(bits));
        }
    }

    private U128 number() {
        return new U128(source.getLong(), source.getLong());
    }
}
