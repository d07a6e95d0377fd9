package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;

/** A transfer whose fields can be set one by one. */
final class TransferFields {

    private U128 id;
    private U128 debitAccountId;
    private U128 creditAccountId;
    private U128 amount;
    private U128 pendingId;
    private U128 userData128;
    private long userData64;
    private int userData32;
    private int timeout;
    private int ledger;
    private short code;
    private TransferFlags flags;
    private long timestamp;

    TransferFields(Transfer transfer) {
        id = transfer.id();
        debitAccountId = transfer.debitAccountId();
        creditAccountId = transfer.creditAccountId();
        amount = transfer.amount();
        pendingId = transfer.pendingId();
        userData128 = transfer.userData128();
        userData64 = transfer.userData64();
        userData32 = transfer.userData32();
        timeout = transfer.timeout();
        ledger = transfer.ledger();
        code = transfer.code();
        flags = transfer.flags();
        timestamp = transfer.timestamp();
    }

    Transfer transfer() {
        return new Transfer(
                id,
                debitAccountId,
                creditAccountId,
                amount,
                pendingId,
                userData128,
                userData64,
                userData32,
                timeout,
                ledger,
                code,
                flags,
                timestamp);
    }

    TransferFields id(U128 value) {
        id = value;
        return this;
    }

    TransferFields debitAccountId(U128 value) {
        debitAccountId = value;
        return this;
    }

    TransferFields creditAccountId(U128 value) {
        creditAccountId = value;
        return this;
    }

    TransferFields amount(U128 value) {
        amount = value;
        return this;
    }

    TransferFields pendingId(U128 value) {
        pendingId = value;
        return this;
    }

    TransferFields userData128(U128 value) {
        userData128 = value;
        return this;
    }

    TransferFields userData64(long value) {
        userData64 = value;
        return this;
    }

    TransferFields userData32(int value) {
        userData32 = value;
        return this;
    }

    TransferFields timeout(int value) {
        timeout = value;
        return this;
    }

    TransferFields ledger(int value) {
        ledger = value;
        return this;
    }

    TransferFields code(short value) {
        code = value;
        return this;
    }

    TransferFields flags(TransferFlags value) {
        flags = value;
        return this;
    }

    TransferFields timestamp(long value) {
        timestamp = value;
        return this;
    }
}
