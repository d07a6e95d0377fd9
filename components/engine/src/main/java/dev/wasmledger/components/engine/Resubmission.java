package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferStatus;

/** What a transfer is told whose id is taken. */
final class Resubmission {

    private Resubmission() {}

    /**
     * Compares a request with what its id was committed with.
     *
     * @param there may stand for an id that is used up
     */
    static TransferStatus status(TransferState again, TransferState there, WorkingSet books) {
        TransferBuffer transfer = again.record;
        TransferBuffer existing = there.record;
        if (there.isUsedUp()) {
            return TransferStatus.ID_ALREADY_FAILED;
        }
        if (transfer.flagsBits() != existing.flagsBits()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_FLAGS;
        }
        long pendingLow = transfer.pendingIdLow();
        long pendingHigh = transfer.pendingIdHigh();
        if (pendingLow != existing.pendingIdLow() || pendingHigh != existing.pendingIdHigh()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_PENDING_ID;
        }
        if (transfer.timeout() != existing.timeout()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_TIMEOUT;
        }
        if (again.has(TransferState.SETTLES)) {
            TransferState pending = books.transfer(pendingLow, pendingHigh);
            if (pending == null) {
                throw new IllegalStateException("a pending transfer was settled that is not in the books");
            }
            return settlement(again, existing, pending.record);
        }
        return movement(again, existing);
    }

    private static TransferStatus movement(TransferState again, TransferBuffer existing) {
        TransferBuffer transfer = again.record;
        if (transfer.debitAccountIdLow() != existing.debitAccountIdLow()
                || transfer.debitAccountIdHigh() != existing.debitAccountIdHigh()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (transfer.creditAccountIdLow() != existing.creditAccountIdLow()
                || transfer.creditAccountIdHigh() != existing.creditAccountIdHigh()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        // A balancing transfer's amount is the most that it may move; what it moved may have been less.
        boolean sameAmount = again.has(TransferState.BALANCING_DEBIT | TransferState.BALANCING_CREDIT)
                ? isAtLeast(transfer, existing)
                : sameAmount(transfer, existing);
        if (!sameAmount) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        if (transfer.userData128Low() != existing.userData128Low()
                || transfer.userData128High() != existing.userData128High()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA128;
        }
        if (transfer.userData64() != existing.userData64()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA64;
        }
        if (transfer.userData32() != existing.userData32()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA32;
        }
        if (transfer.ledger() != existing.ledger()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_LEDGER;
        }
        return transfer.code() == existing.code() ? TransferStatus.EXISTS : TransferStatus.EXISTS_WITH_DIFFERENT_CODE;
    }

    /** A field that the request leaves open stands for the pending transfer's. */
    private static TransferStatus settlement(TransferState again, TransferBuffer existing, TransferBuffer pending) {
        TransferBuffer transfer = again.record;
        if (SettlementRules.namesAnother(
                transfer.debitAccountIdLow(),
                transfer.debitAccountIdHigh(),
                existing.debitAccountIdLow(),
                existing.debitAccountIdHigh())) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (SettlementRules.namesAnother(
                transfer.creditAccountIdLow(),
                transfer.creditAccountIdHigh(),
                existing.creditAccountIdLow(),
                existing.creditAccountIdHigh())) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        if (!sameSettledAmount(again, existing, pending)) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        boolean ownData128 = !Words.isZero(transfer.userData128Low(), transfer.userData128High());
        TransferBuffer data128 = ownData128 ? transfer : pending;
        if (data128.userData128Low() != existing.userData128Low()
                || data128.userData128High() != existing.userData128High()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA128;
        }
        if ((transfer.userData64() != 0 ? transfer : pending).userData64() != existing.userData64()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA64;
        }
        if ((transfer.userData32() != 0 ? transfer : pending).userData32() != existing.userData32()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA32;
        }
        if (transfer.ledger() != 0 && transfer.ledger() != existing.ledger()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_LEDGER;
        }
        return transfer.code() == 0 || transfer.code() == existing.code()
                ? TransferStatus.EXISTS
                : TransferStatus.EXISTS_WITH_DIFFERENT_CODE;
    }

    /** Where a post moved all that was pending, any amount from there on says the same. */
    private static boolean sameSettledAmount(TransferState again, TransferBuffer existing, TransferBuffer pending) {
        if (again.has(TransferState.VOID)) {
            return SettlementRules.saysAll(again) || sameAmount(again.record, existing);
        }
        return sameAmount(existing, pending) ? isAtLeast(again.record, pending) : sameAmount(again.record, existing);
    }

    private static boolean isAtLeast(TransferBuffer transfer, TransferBuffer other) {
        return !Words.less(transfer.amountLow(), transfer.amountHigh(), other.amountLow(), other.amountHigh());
    }

    private static boolean sameAmount(TransferBuffer a, TransferBuffer b) {
        return a.amountLow() == b.amountLow() && a.amountHigh() == b.amountHigh();
    }
}
