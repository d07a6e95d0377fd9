package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16Buffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.guest.IdTable;

/** A transfer while a request is carried out, and what has become of the amount that a pending one reserves. */
final class TransferState extends IdTable.Entry {

    static final int LINKED = TransferFlags.LINKED.bits();
    static final int PENDING = TransferFlags.PENDING.bits();
    static final int POST = TransferFlags.POST_PENDING_TRANSFER.bits();
    static final int VOID = TransferFlags.VOID_PENDING_TRANSFER.bits();
    static final int BALANCING_DEBIT = TransferFlags.BALANCING_DEBIT.bits();
    static final int BALANCING_CREDIT = TransferFlags.BALANCING_CREDIT.bits();
    static final int CLOSING_DEBIT = TransferFlags.CLOSING_DEBIT.bits();
    static final int CLOSING_CREDIT = TransferFlags.CLOSING_CREDIT.bits();
    static final int IMPORTED = TransferFlags.IMPORTED.bits();

    /** It settles a pending transfer. */
    static final int SETTLES = POST | VOID;

    /** The amount is reserved. */
    static final byte OPEN = 1;

    static final byte POSTED = 2;
    static final byte VOIDED = 3;
    static final byte EXPIRED = 4;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

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

    /** Whether it is in the books, with what the request has done so far; if not, all else here is void. */
    boolean exists;

    @Override
    protected void reset() {
        exists = false;
    }

    /** Makes it a transfer as a request describes it. */
    void read(TransferBuffer transfer) {
        idLow = transfer.idLow();
        idHigh = transfer.idHigh();
        debitLow = transfer.debitAccountIdLow();
        debitHigh = transfer.debitAccountIdHigh();
        creditLow = transfer.creditAccountIdLow();
        creditHigh = transfer.creditAccountIdHigh();
        amountLow = transfer.amountLow();
        amountHigh = transfer.amountHigh();
        pendingLow = transfer.pendingIdLow();
        pendingHigh = transfer.pendingIdHigh();
        userData128Low = transfer.userData128Low();
        userData128High = transfer.userData128High();
        userData64 = transfer.userData64();
        userData32 = transfer.userData32();
        timeout = transfer.timeout();
        ledger = transfer.ledger();
        code = transfer.code();
        flags = transfer.flagsBits();
        timestamp = transfer.timestamp();
        phase = 0;
    }

    /**
     * Makes it what a row says: accounts, amount, pending id, user data, 32-bit user data and timeout, asset and code, flags and
     * phase, time.
     */
    void read(KeyedRow16Buffer row) {
        exists = true;
        idLow = row.keyLow();
        idHigh = row.keyHigh();
        debitLow = row.rowF0();
        debitHigh = row.rowF1();
        creditLow = row.rowF2();
        creditHigh = row.rowF3();
        amountLow = row.rowF4();
        amountHigh = row.rowF5();
        pendingLow = row.rowF6();
        pendingHigh = row.rowF7();
        userData128Low = row.rowF8();
        userData128High = row.rowF9();
        userData64 = row.rowF10();
        long dataAndTimeout = row.rowF11();
        userData32 = (int) dataAndTimeout;
        timeout = (int) (dataAndTimeout >>> 32);
        long assetAndCode = row.rowF12();
        ledger = (int) assetAndCode;
        code = (short) (assetAndCode >>> 32);
        long flagsAndPhase = row.rowF13();
        flags = (int) flagsAndPhase;
        phase = (byte) (flagsAndPhase >>> 32);
        timestamp = row.rowF14();
    }

    /** Makes a row of it, as {@link #read(KeyedRow16Buffer)} reads it. */
    void write(KeyedRow16Buffer row) {
        row.keyLow(idLow);
        row.keyHigh(idHigh);
        row.rowF0(debitLow);
        row.rowF1(debitHigh);
        row.rowF2(creditLow);
        row.rowF3(creditHigh);
        row.rowF4(amountLow);
        row.rowF5(amountHigh);
        row.rowF6(pendingLow);
        row.rowF7(pendingHigh);
        row.rowF8(userData128Low);
        row.rowF9(userData128High);
        row.rowF10(userData64);
        row.rowF11(Words.unsigned(userData32) | ((long) timeout << 32));
        row.rowF12(Words.unsigned(ledger) | ((code & 0xffffL) << 32));
        row.rowF13(Words.unsigned(flags) | ((long) phase << 32));
        row.rowF14(timestamp);
    }

    /** Makes a transfer of it, as the contract has it. */
    void write(TransferBuffer transfer) {
        transfer.idLow(idLow);
        transfer.idHigh(idHigh);
        transfer.debitAccountIdLow(debitLow);
        transfer.debitAccountIdHigh(debitHigh);
        transfer.creditAccountIdLow(creditLow);
        transfer.creditAccountIdHigh(creditHigh);
        transfer.amountLow(amountLow);
        transfer.amountHigh(amountHigh);
        transfer.pendingIdLow(pendingLow);
        transfer.pendingIdHigh(pendingHigh);
        transfer.userData128Low(userData128Low);
        transfer.userData128High(userData128High);
        transfer.userData64(userData64);
        transfer.userData32(userData32);
        transfer.timeout(timeout);
        transfer.ledger(ledger);
        transfer.code(code);
        transfer.flagsBits(flags);
        transfer.timestamp(timestamp);
    }

    Transfer toTransfer() {
        TransferBuffer transfer = new TransferBuffer();
        write(transfer);
        return transfer.get();
    }

    /** Makes it an id that no transfer can have any more. */
    void useUp() {
        exists = true;
        debitLow = 0;
        debitHigh = 0;
        creditLow = 0;
        creditHigh = 0;
        amountLow = 0;
        amountHigh = 0;
        pendingLow = 0;
        pendingHigh = 0;
        userData128Low = 0;
        userData128High = 0;
        userData64 = 0;
        userData32 = 0;
        timeout = 0;
        ledger = 0;
        code = 0;
        flags = 0;
        timestamp = 0;
        phase = 0;
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
