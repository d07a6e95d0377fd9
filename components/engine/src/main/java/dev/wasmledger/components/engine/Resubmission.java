package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferStatus;

/** What a transfer is told whose id is taken. */
final class Resubmission {

    private Resubmission() {}

    /**
     * Compares a request with what its id was committed with.
     *
     * @param existing may stand for an id that is used up
     */
    static TransferStatus status(TransferState transfer, TransferState existing, WorkingSet books) {
        if (existing.isUsedUp()) {
            return TransferStatus.ID_ALREADY_FAILED;
        }
        if (transfer.flags != existing.flags) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_FLAGS;
        }
        if (transfer.pendingLow != existing.pendingLow || transfer.pendingHigh != existing.pendingHigh) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_PENDING_ID;
        }
        if (transfer.timeout != existing.timeout) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_TIMEOUT;
        }
        if (transfer.has(TransferState.SETTLES)) {
            TransferState pending = books.transfer(transfer.pendingLow, transfer.pendingHigh);
            if (pending == null) {
                throw new IllegalStateException("a pending transfer was settled that is not in the books");
            }
            return settlement(transfer, existing, pending);
        }
        return movement(transfer, existing);
    }

    private static TransferStatus movement(TransferState transfer, TransferState existing) {
        if (transfer.debitLow != existing.debitLow || transfer.debitHigh != existing.debitHigh) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (transfer.creditLow != existing.creditLow || transfer.creditHigh != existing.creditHigh) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        // A balancing transfer's amount is the most that it may move; what it moved may have been less.
        boolean sameAmount = transfer.has(TransferState.BALANCING_DEBIT | TransferState.BALANCING_CREDIT)
                ? !Words.less(transfer.amountLow, transfer.amountHigh, existing.amountLow, existing.amountHigh)
                : sameAmount(transfer, existing);
        if (!sameAmount) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        if (transfer.userData128Low != existing.userData128Low
                || transfer.userData128High != existing.userData128High) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA128;
        }
        if (transfer.userData64 != existing.userData64) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA64;
        }
        if (transfer.userData32 != existing.userData32) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA32;
        }
        if (transfer.ledger != existing.ledger) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_LEDGER;
        }
        return transfer.code == existing.code ? TransferStatus.EXISTS : TransferStatus.EXISTS_WITH_DIFFERENT_CODE;
    }

    /** A field that the request leaves open stands for the pending transfer's. */
    private static TransferStatus settlement(TransferState transfer, TransferState existing, TransferState pending) {
        if (!Words.isZero(transfer.debitLow, transfer.debitHigh)
                && (transfer.debitLow != existing.debitLow || transfer.debitHigh != existing.debitHigh)) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (!Words.isZero(transfer.creditLow, transfer.creditHigh)
                && (transfer.creditLow != existing.creditLow || transfer.creditHigh != existing.creditHigh)) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        if (!sameSettledAmount(transfer, existing, pending)) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        boolean ownData128 = !Words.isZero(transfer.userData128Low, transfer.userData128High);
        TransferState data128 = ownData128 ? transfer : pending;
        if (data128.userData128Low != existing.userData128Low || data128.userData128High != existing.userData128High) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA128;
        }
        if ((transfer.userData64 != 0 ? transfer : pending).userData64 != existing.userData64) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA64;
        }
        if ((transfer.userData32 != 0 ? transfer : pending).userData32 != existing.userData32) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA32;
        }
        if (transfer.ledger != 0 && transfer.ledger != existing.ledger) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_LEDGER;
        }
        return transfer.code == 0 || transfer.code == existing.code
                ? TransferStatus.EXISTS
                : TransferStatus.EXISTS_WITH_DIFFERENT_CODE;
    }

    /** Where a post moved all that was pending, any amount from there on says the same. */
    private static boolean sameSettledAmount(TransferState transfer, TransferState existing, TransferState pending) {
        if (transfer.has(TransferState.VOID)) {
            return SettlementRules.saysAll(transfer) || sameAmount(transfer, existing);
        }
        return sameAmount(existing, pending)
                ? !Words.less(transfer.amountLow, transfer.amountHigh, pending.amountLow, pending.amountHigh)
                : sameAmount(transfer, existing);
    }

    private static boolean sameAmount(TransferState a, TransferState b) {
        return a.amountLow == b.amountLow && a.amountHigh == b.amountHigh;
    }
}
