package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
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
        TransferBuffer asked = transfer.record;
        TransferState pending = books.transfer(asked.pendingIdLow(), asked.pendingIdHigh());
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
            asked.timestamp(now);
        } else if (TransferRules.regresses(asked.timestamp(), books)) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_REGRESS;
        }
        AccountState debit = debit(books, pending.record);
        AccountState credit = credit(books, pending.record);
        return settle(transfer, pending, debit, credit, books);
    }

    private static TransferStatus settle(
            TransferState transfer, TransferState pending, AccountState debit, AccountState credit, WorkingSet books) {
        boolean posts = transfer.has(TransferState.POST);
        if (posts && debit.has(AccountState.CLOSED)) {
            return TransferStatus.DEBIT_ACCOUNT_ALREADY_CLOSED;
        }
        if (posts && credit.has(AccountState.CLOSED)) {
            return TransferStatus.CREDIT_ACCOUNT_ALREADY_CLOSED;
        }
        fillIn(transfer, pending.record);
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
        AccountState debit = debit(books, pending.record);
        AccountState credit = credit(books, pending.record);
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
        long pendingLow = transfer.record.pendingIdLow();
        long pendingHigh = transfer.record.pendingIdHigh();
        if (Words.isZero(pendingLow, pendingHigh)) {
            return TransferStatus.PENDING_ID_MUST_NOT_BE_ZERO;
        }
        if (Words.isMax(pendingLow, pendingHigh)) {
            return TransferStatus.PENDING_ID_MUST_NOT_BE_INT_MAX;
        }
        if (pendingLow == transfer.idLow && pendingHigh == transfer.idHigh) {
            return TransferStatus.PENDING_ID_MUST_BE_DIFFERENT;
        }
        return transfer.expires() ? TransferStatus.TIMEOUT_RESERVED_FOR_PENDING_TRANSFER : null;
    }

    private static @Nullable TransferStatus different(TransferState settling, TransferState settled) {
        TransferBuffer transfer = settling.record;
        TransferBuffer pending = settled.record;
        if (namesAnother(
                transfer.debitAccountIdLow(),
                transfer.debitAccountIdHigh(),
                pending.debitAccountIdLow(),
                pending.debitAccountIdHigh())) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (namesAnother(
                transfer.creditAccountIdLow(),
                transfer.creditAccountIdHigh(),
                pending.creditAccountIdLow(),
                pending.creditAccountIdHigh())) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        if (transfer.ledger() != 0 && transfer.ledger() != pending.ledger()) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_LEDGER;
        }
        if (transfer.code() != 0 && transfer.code() != pending.code()) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_CODE;
        }
        if (saysAll(settling)) {
            return null;
        }
        long low = transfer.amountLow();
        long high = transfer.amountHigh();
        if (Words.less(pending.amountLow(), pending.amountHigh(), low, high)) {
            return TransferStatus.EXCEEDS_PENDING_TRANSFER_AMOUNT;
        }
        boolean less = low != pending.amountLow() || high != pending.amountHigh();
        return settling.has(TransferState.VOID) && less ? TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_AMOUNT : null;
    }

    /** Whether an id that a request need not say is said, and is not that one. */
    static boolean namesAnother(long low, long high, long otherLow, long otherHigh) {
        return !Words.isZero(low, high) && (low != otherLow || high != otherHigh);
    }

    /** Whether the amount stands for all that is pending. */
    static boolean saysAll(TransferState transfer) {
        long low = transfer.record.amountLow();
        long high = transfer.record.amountHigh();
        return transfer.has(TransferState.VOID) ? Words.isZero(low, high) : Words.isMax(low, high);
    }

    private static @Nullable TransferStatus settled(TransferState pending, long now) {
        return switch (pending.phase) {
            case TransferState.POSTED -> TransferStatus.PENDING_TRANSFER_ALREADY_POSTED;
            case TransferState.VOIDED -> TransferStatus.PENDING_TRANSFER_ALREADY_VOIDED;
            case TransferState.EXPIRED -> TransferStatus.PENDING_TRANSFER_EXPIRED;
            default -> pending.expires() && pending.expiry() <= now ? TransferStatus.PENDING_TRANSFER_EXPIRED : null;
        };
    }

    private static AccountState debit(WorkingSet books, TransferBuffer pending) {
        return account(books, pending.debitAccountIdLow(), pending.debitAccountIdHigh());
    }

    private static AccountState credit(WorkingSet books, TransferBuffer pending) {
        return account(books, pending.creditAccountIdLow(), pending.creditAccountIdHigh());
    }

    private static AccountState account(WorkingSet books, long low, long high) {
        AccountState account = books.account(low, high);
        if (account == null) {
            throw new IllegalStateException("a transfer is in the books, and its account is not");
        }
        return account;
    }

    private static void fillIn(TransferState settling, TransferBuffer pending) {
        TransferBuffer transfer = settling.record;
        if (saysAll(settling)) {
            transfer.amountLow(pending.amountLow()).amountHigh(pending.amountHigh());
        }
        transfer.debitAccountIdLow(pending.debitAccountIdLow()).debitAccountIdHigh(pending.debitAccountIdHigh());
        transfer.creditAccountIdLow(pending.creditAccountIdLow()).creditAccountIdHigh(pending.creditAccountIdHigh());
        transfer.ledger(pending.ledger()).code(pending.code());
        if (Words.isZero(transfer.userData128Low(), transfer.userData128High())) {
            transfer.userData128Low(pending.userData128Low()).userData128High(pending.userData128High());
        }
        if (transfer.userData64() == 0) {
            transfer.userData64(pending.userData64());
        }
        if (transfer.userData32() == 0) {
            transfer.userData32(pending.userData32());
        }
    }

    private static void post(
            TransferState transfer, TransferState pending, AccountState debit, AccountState credit, WorkingSet books) {
        long low = transfer.record.amountLow();
        long high = transfer.record.amountHigh();
        releaseAmount(pending.record, debit, credit);
        debit.addDebitsPosted(low, high);
        credit.addCreditsPosted(low, high);
        books.settle(pending, TransferState.POSTED);
        books.create(transfer, EventKind.TWO_PHASE_POSTED, debit, credit);
    }

    /** Undoes a pending transfer, the closing of accounts included. */
    private static void release(TransferState pending, AccountState debit, AccountState credit) {
        releaseAmount(pending.record, debit, credit);
        if (pending.has(TransferState.CLOSING_DEBIT)) {
            debit.close(false);
        }
        if (pending.has(TransferState.CLOSING_CREDIT)) {
            credit.close(false);
        }
    }

    private static void releaseAmount(TransferBuffer pending, AccountState debit, AccountState credit) {
        debit.releaseDebits(pending.amountLow(), pending.amountHigh());
        credit.releaseCredits(pending.amountLow(), pending.amountHigh());
    }
}
