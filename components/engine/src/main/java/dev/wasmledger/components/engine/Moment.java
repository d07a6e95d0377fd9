package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8Buffer;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * What a time in the books stands for.
 *
 * @param kind what happened; null where an account was created
 * @param idLow the lower half of the id of the account or the transfer
 * @param debitFlags the debit account's flags after it, or the new account's
 * @param creditFlags the credit account's flags after it
 */
record Moment(long time, @Nullable EventKind kind, long idLow, long idHigh, int debitFlags, int creditFlags) {

    private static final int CREATION = 0;

    static Moment of(long time, Row8 row) {
        return new Moment(time, kind((int) row.f2()), row.f0(), row.f1(), (int) row.f3(), (int) row.f4());
    }

    Row8 row() {
        return new Row8(idLow, idHigh, code(kind), debitFlags, creditFlags, 0, 0, 0);
    }

    /** Makes a row of something that happened to a transfer and its accounts. */
    static void write(
            EventKind kind,
            long time,
            TransferState transfer,
            AccountState debit,
            AccountState credit,
            OrderedRow8Buffer row) {
        row.keyMinor(time);
        row.rowF0(transfer.idLow);
        row.rowF1(transfer.idHigh);
        row.rowF2(code(kind));
        row.rowF3(debit.record.flagsBits());
        row.rowF4(credit.record.flagsBits());
    }

    private static int code(@Nullable EventKind kind) {
        if (kind == null) {
            return CREATION;
        }
        return switch (kind) {
            case SINGLE_PHASE -> 1;
            case TWO_PHASE_PENDING -> 2;
            case TWO_PHASE_POSTED -> 3;
            case TWO_PHASE_VOIDED -> 4;
            case TWO_PHASE_EXPIRED -> 5;
        };
    }

    private static @Nullable EventKind kind(int code) {
        return switch (code) {
            case CREATION -> null;
            case 1 -> EventKind.SINGLE_PHASE;
            case 2 -> EventKind.TWO_PHASE_PENDING;
            case 3 -> EventKind.TWO_PHASE_POSTED;
            case 4 -> EventKind.TWO_PHASE_VOIDED;
            case 5 -> EventKind.TWO_PHASE_EXPIRED;
            default -> throw new IllegalStateException("no moment is of kind " + code);
        };
    }

    boolean isAccount() {
        return kind == null;
    }

    /** Whether a transfer was committed at this time. */
    boolean isTransfer() {
        return kind != null && kind != EventKind.TWO_PHASE_EXPIRED;
    }
}
