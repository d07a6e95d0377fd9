package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferStatus;
import org.jspecify.annotations.Nullable;

/** Whether a transfer may post or void a pending one, and what happens when the time for that passes. */
final class SettlementRules {

    private static final int ALONE = TransferState.PENDING
            | TransferState.BALANCING_DEBIT
            | TransferState.BALANCING_CREDIT
            | TransferState.CLOSING_DEBIT
            | TransferState.CLOSING_CREDIT;

    private SettlementRules() {}

    /** Looks at a post or a void, and commits it where nothing is wrong with it. */
    static TransferStatus commit(TransferState transfer, long now, WorkingSet books) {
        TransferStatus malformed = malformed(transfer);
        if (malformed != null) {
            return malformed;
        }
        TransferState pending = books.transfer(transfer.pendingLow, transfer.pendingHigh);
        if (pending == null || pending.isUsedUp()) {
            return TransferStatus.PENDING_TRANSFER_NOT_FOUND;
        }
        if (!pending.has(TransferState.PENDING)) {
            return TransferStatus.PENDING_TRANSFER_NOT_PENDING;
        }
        TransferStatus different = different(transfer, pending);
        if (different != null) {
            return different;
        }
        TransferStatus settled = settled(pending, now);
        if (settled != null) {
            return settled;
        }
        if (!transfer.has(TransferState.IMPORTED)) {
            transfer.timestamp = now;
        } else if (TransferRules.regresses(transfer.timestamp, books)) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_REGRESS;
        }
        AccountState debit = account(books, pending.debitLow, pending.debitHigh);
        AccountState credit = account(books, pending.creditLow, pending.creditHigh);
        boolean posts = transfer.has(TransferState.POST);
        if (posts && debit.has(AccountState.CLOSED)) {
            return TransferStatus.DEBIT_ACCOUNT_ALREADY_CLOSED;
        }
        if (posts && credit.has(AccountState.CLOSED)) {
            return TransferStatus.CREDIT_ACCOUNT_ALREADY_CLOSED;
        }
        fillIn(transfer, pending);
        books.willChange(debit, credit);
        if (posts) {
            post(transfer, pending, debit, credit, books);
        } else {
            release(pending, debit, credit);
            books.settle(pending, TransferState.VOIDED);
            books.create(transfer, EventKind.TWO_PHASE_VOIDED, debit, credit);
        }
        return TransferStatus.CREATED;
    }

    /** What a pending transfer reserves is free again, because the time for it has passed. */
    static void expire(TransferState pending, long now, WorkingSet books) {
        AccountState debit = account(books, pending.debitLow, pending.debitHigh);
        AccountState credit = account(books, pending.creditLow, pending.creditHigh);
        books.willChange(debit, credit);
        release(pending, debit, credit);
        books.settle(pending, TransferState.EXPIRED);
        books.happened(EventKind.TWO_PHASE_EXPIRED, now, pending, debit, credit);
    }

    private static @Nullable TransferStatus malformed(TransferState transfer) {
        boolean both = transfer.has(TransferState.POST) && transfer.has(TransferState.VOID);
        if (both || transfer.has(ALONE)) {
            return TransferStatus.FLAGS_ARE_MUTUALLY_EXCLUSIVE;
        }
        if (Words.isZero(transfer.pendingLow, transfer.pendingHigh)) {
            return TransferStatus.PENDING_ID_MUST_NOT_BE_ZERO;
        }
        if (Words.isMax(transfer.pendingLow, transfer.pendingHigh)) {
            return TransferStatus.PENDING_ID_MUST_NOT_BE_INT_MAX;
        }
        if (transfer.pendingLow == transfer.idLow && transfer.pendingHigh == transfer.idHigh) {
            return TransferStatus.PENDING_ID_MUST_BE_DIFFERENT;
        }
        return transfer.timeout != 0 ? TransferStatus.TIMEOUT_RESERVED_FOR_PENDING_TRANSFER : null;
    }

    private static @Nullable TransferStatus different(TransferState transfer, TransferState pending) {
        if (!Words.isZero(transfer.debitLow, transfer.debitHigh)
                && (transfer.debitLow != pending.debitLow || transfer.debitHigh != pending.debitHigh)) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (!Words.isZero(transfer.creditLow, transfer.creditHigh)
                && (transfer.creditLow != pending.creditLow || transfer.creditHigh != pending.creditHigh)) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        if (transfer.ledger != 0 && transfer.ledger != pending.ledger) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_LEDGER;
        }
        if (transfer.code != 0 && transfer.code != pending.code) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_CODE;
        }
        if (saysAll(transfer)) {
            return null;
        }
        if (Words.less(pending.amountLow, pending.amountHigh, transfer.amountLow, transfer.amountHigh)) {
            return TransferStatus.EXCEEDS_PENDING_TRANSFER_AMOUNT;
        }
        boolean less = transfer.amountLow != pending.amountLow || transfer.amountHigh != pending.amountHigh;
        return transfer.has(TransferState.VOID) && less ? TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_AMOUNT : null;
    }

    /** Whether the amount stands for all that is pending. */
    static boolean saysAll(TransferState transfer) {
        return transfer.has(TransferState.VOID)
                ? Words.isZero(transfer.amountLow, transfer.amountHigh)
                : Words.isMax(transfer.amountLow, transfer.amountHigh);
    }

    private static @Nullable TransferStatus settled(TransferState pending, long now) {
        return switch (pending.phase) {
            case TransferState.POSTED -> TransferStatus.PENDING_TRANSFER_ALREADY_POSTED;
            case TransferState.VOIDED -> TransferStatus.PENDING_TRANSFER_ALREADY_VOIDED;
            case TransferState.EXPIRED -> TransferStatus.PENDING_TRANSFER_EXPIRED;
            default -> pending.expires() && pending.expiry() <= now ? TransferStatus.PENDING_TRANSFER_EXPIRED : null;
        };
    }

    private static AccountState account(WorkingSet books, long low, long high) {
        AccountState account = books.account(low, high);
        if (account == null) {
            throw new IllegalStateException("a transfer is in the books, and its account is not");
        }
        return account;
    }

    private static void fillIn(TransferState transfer, TransferState pending) {
        if (saysAll(transfer)) {
            transfer.amountLow = pending.amountLow;
            transfer.amountHigh = pending.amountHigh;
        }
        transfer.debitLow = pending.debitLow;
        transfer.debitHigh = pending.debitHigh;
        transfer.creditLow = pending.creditLow;
        transfer.creditHigh = pending.creditHigh;
        transfer.ledger = pending.ledger;
        transfer.code = pending.code;
        if (Words.isZero(transfer.userData128Low, transfer.userData128High)) {
            transfer.userData128Low = pending.userData128Low;
            transfer.userData128High = pending.userData128High;
        }
        if (transfer.userData64 == 0) {
            transfer.userData64 = pending.userData64;
        }
        if (transfer.userData32 == 0) {
            transfer.userData32 = pending.userData32;
        }
    }

    private static void post(
            TransferState transfer, TransferState pending, AccountState debit, AccountState credit, WorkingSet books) {
        debit.releaseDebits(pending.amountLow, pending.amountHigh);
        credit.releaseCredits(pending.amountLow, pending.amountHigh);
        debit.addDebitsPosted(transfer.amountLow, transfer.amountHigh);
        credit.addCreditsPosted(transfer.amountLow, transfer.amountHigh);
        books.settle(pending, TransferState.POSTED);
        books.create(transfer, EventKind.TWO_PHASE_POSTED, debit, credit);
    }

    /** Undoes a pending transfer, the closing of accounts included. */
    private static void release(TransferState pending, AccountState debit, AccountState credit) {
        debit.releaseDebits(pending.amountLow, pending.amountHigh);
        credit.releaseCredits(pending.amountLow, pending.amountHigh);
        if (pending.has(TransferState.CLOSING_DEBIT)) {
            debit.flags &= ~AccountState.CLOSED;
        }
        if (pending.has(TransferState.CLOSING_CREDIT)) {
            credit.flags &= ~AccountState.CLOSED;
        }
    }
}
