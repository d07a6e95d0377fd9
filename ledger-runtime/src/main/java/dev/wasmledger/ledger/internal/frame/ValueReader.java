package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountError;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetError;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferError;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Reads what a {@link ValueWriter} put. */
final class ValueReader {

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
                source.getInt(),
                source.getShort(),
                flags(TransferFlags::new),
                source.getLong());
    }

    Event event() {
        return new Event(transfer(), account(), account());
    }

    Metadata metadata() {
        return new Metadata(number(), list(this::entry));
    }

    private Entry entry() {
        return new Entry(source.getText(), source.getText());
    }

    AssetOutcome assetOutcome() {
        int code = source.getByte();
        return switch (code) {
            case ValueWriter.CREATED -> new AssetOutcome.Created();
            case ValueWriter.EXISTS -> new AssetOutcome.Exists();
            case ValueWriter.REJECTED -> new AssetOutcome.Rejected(error(AssetError.class));
            default -> throw unknownOutcome(code);
        };
    }

    AccountOutcome accountOutcome() {
        int code = source.getByte();
        return switch (code) {
            case ValueWriter.CREATED -> new AccountOutcome.Created();
            case ValueWriter.EXISTS -> new AccountOutcome.Exists();
            case ValueWriter.REJECTED -> new AccountOutcome.Rejected(error(AccountError.class));
            default -> throw unknownOutcome(code);
        };
    }

    TransferOutcome transferOutcome() {
        int code = source.getByte();
        return switch (code) {
            case ValueWriter.CREATED -> new TransferOutcome.Committed();
            case ValueWriter.EXISTS -> new TransferOutcome.Exists();
            case ValueWriter.REJECTED -> new TransferOutcome.Rejected(error(TransferError.class));
            case ValueWriter.VETOED -> new TransferOutcome.Vetoed(new Veto(source.getText(), source.getText()));
            default -> throw unknownOutcome(code);
        };
    }

    private <F> F flags(IntFunction<F> type) {
        int bits = source.getInt();
        try {
            return type.apply(bits);
        } catch (IllegalArgumentException unknown) {
            throw new MalformedFrameException("has flags of which one means nothing: " + Integer.toBinaryString(bits));
        }
    }

    private <E extends Enum<E>> E error(Class<E> type) {
        String name = source.getText();
        for (E error : type.getEnumConstants()) {
            if (error.name().equals(name)) {
                return error;
            }
        }
        throw new MalformedFrameException("names an error, " + name + ", that does not exist");
    }

    private static MalformedFrameException unknownOutcome(int code) {
        return new MalformedFrameException("has an outcome " + code + ", which means nothing");
    }

    private U128 number() {
        return new U128(source.getLong(), source.getLong());
    }
}
