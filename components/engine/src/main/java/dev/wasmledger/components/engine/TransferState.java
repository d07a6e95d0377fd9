package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;

/** A transfer while a request is carried out, and what has become of the amount that a pending one reserves. */
final class TransferState {

    static final int LINKED = TransferFlags.LINKED.bits();
    static final int PENDING = TransferFlags.PENDING.bits();
    static final int POST = TransferFlags.POST_PENDING_TRANSFER.bits();
    static final int VOID = TransferFlags.VOID_PENDING_TRANSFER.bits();
    static final int BALANCING_DEBIT = TransferFlags.BALANCING_DEBIT.bits();
    static final int BALANCING_CREDIT = TransferFlags.BALANCING_CREDIT.bits();
    static final int CLOSING_DEBIT = TransferFlags.CLOSING_DEBIT.bits();
    static final int CLOSING_CREDIT = TransferFlags.CLOSING_CREDIT.bits();
    static final int IMPORTED = TransferFlags.IMPORTED.bits();

    /** The amount is reserved. */
    static final byte OPEN = 1;

    static final byte POSTED = 2;
    static final byte VOIDED = 3;
    static final byte EXPIRED = 4;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    long idLow;
    long idHigh;
    long debitLow;
    long debitHigh;
    long creditLow;
    long creditHigh;
    long amountLow;
    long amountHigh;
    long pendingLow;
    long pendingHigh;
    long userData128Low;
    long userData128High;
    long userData64;
    int userData32;
    int timeout;
    int ledger;
    short code;
    int flags;
    /** Zero where there is no transfer, and the id is used up. */
    long timestamp;

    /** Of a pending transfer, what has become of it. */
    byte phase;

    /** A transfer as a request describes it. */
    static TransferState of(TransferList list, int index) {
        TransferState state = new TransferState();
        state.idLow = list.idLow(index);
        state.idHigh = list.idHigh(index);
        state.debitLow = list.debitAccountIdLow(index);
        state.debitHigh = list.debitAccountIdHigh(index);
        state.creditLow = list.creditAccountIdLow(index);
        state.creditHigh = list.creditAccountIdHigh(index);
        state.amountLow = list.amountLow(index);
        state.amountHigh = list.amountHigh(index);
        state.pendingLow = list.pendingIdLow(index);
        state.pendingHigh = list.pendingIdHigh(index);
        state.userData128Low = list.userData128Low(index);
        state.userData128High = list.userData128High(index);
        state.userData64 = list.userData64(index);
        state.userData32 = list.userData32(index);
        state.timeout = list.timeout(index);
        state.ledger = list.ledger(index);
        state.code = list.code(index);
        state.flags = list.flagsBits(index);
        state.timestamp = list.timestamp(index);
        return state;
    }

    /** An id that no transfer can have any more. */
    static TransferState usedUp(long idLow, long idHigh) {
        TransferState state = new TransferState();
        state.idLow = idLow;
        state.idHigh = idHigh;
        return state;
    }

    /** Row: accounts, amount, pending id, user data, 32-bit user data and timeout, asset and code, flags and phase, time. */
    static TransferState of(long idLow, long idHigh, Row16 row) {
        TransferState state = new TransferState();
        state.idLow = idLow;
        state.idHigh = idHigh;
        state.debitLow = row.f0();
        state.debitHigh = row.f1();
        state.creditLow = row.f2();
        state.creditHigh = row.f3();
        state.amountLow = row.f4();
        state.amountHigh = row.f5();
        state.pendingLow = row.f6();
        state.pendingHigh = row.f7();
        state.userData128Low = row.f8();
        state.userData128High = row.f9();
        state.userData64 = row.f10();
        state.userData32 = (int) row.f11();
        state.timeout = (int) (row.f11() >>> 32);
        state.ledger = (int) row.f12();
        state.code = (short) (row.f12() >>> 32);
        state.flags = (int) row.f13();
        state.phase = (byte) (row.f13() >>> 32);
        state.timestamp = row.f14();
        return state;
    }

    Row16 row() {
        return new Row16(
                debitLow,
                debitHigh,
                creditLow,
                creditHigh,
                amountLow,
                amountHigh,
                pendingLow,
                pendingHigh,
                userData128Low,
                userData128High,
                userData64,
                Words.unsigned(userData32) | ((long) timeout << 32),
                Words.unsigned(ledger) | ((code & 0xffffL) << 32),
                Words.unsigned(flags) | ((long) phase << 32),
                timestamp,
                0);
    }

    Transfer toTransfer() {
        return new Transfer(
                new U128(idLow, idHigh),
                new U128(debitLow, debitHigh),
                new U128(creditLow, creditHigh),
                new U128(amountLow, amountHigh),
                new U128(pendingLow, pendingHigh),
                new U128(userData128Low, userData128High),
                userData64,
                userData32,
                timeout,
                ledger,
                code,
                new TransferFlags(flags),
                timestamp);
    }

    boolean has(int anyOf) {
        return (flags & anyOf) != 0;
    }

    boolean isUsedUp() {
        return timestamp == 0;
    }

    boolean expires() {
        return timeout != 0;
    }

    /** When a pending transfer with a timeout expires; negative where that is not below 2^63. */
    long expiry() {
        return timestamp + Words.unsigned(timeout) * NANOS_PER_SECOND;
    }
}
