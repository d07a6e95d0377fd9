package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferStatus;
import org.jspecify.annotations.Nullable;

/** Whether a transfer may be committed. The order of the checks is that of {@link TransferStatus}. */
final class TransferRules {

    private TransferRules() {}

    /**
     * Looks at a transfer whose id is free, and commits it where nothing is wrong with it. What the request leaves open is
     * filled in.
     *
     * @param debit what has the id of its debit account; it need not exist
     * @param credit what has the id of its credit account; it need not exist
     * @param now the transfer's time, unless it is imported
     */
    static TransferStatus commit(
            TransferState transfer, AccountState debit, AccountState credit, long now, WorkingSet books) {
        if (Words.isZero(transfer.idLow, transfer.idHigh)) {
            return TransferStatus.ID_MUST_NOT_BE_ZERO;
        }
        if (Words.isMax(transfer.idLow, transfer.idHigh)) {
            return TransferStatus.ID_MUST_NOT_BE_INT_MAX;
        }
        return transfer.has(TransferState.SETTLES)
                ? SettlementRules.commit(transfer, now, books)
                : move(transfer, debit, credit, now, books);
    }

    private static TransferStatus move(
            TransferState transfer, AccountState debit, AccountState credit, long now, WorkingSet books) {
        TransferStatus malformed = malformed(transfer.record);
        if (malformed != null) {
            return malformed;
        }
        if (!debit.exists) {
            return TransferStatus.DEBIT_ACCOUNT_NOT_FOUND;
        }
        if (!credit.exists) {
            return TransferStatus.CREDIT_ACCOUNT_NOT_FOUND;
        }
        int ledger = debit.record.ledger();
        if (ledger != credit.record.ledger()) {
            return TransferStatus.ACCOUNTS_MUST_HAVE_THE_SAME_LEDGER;
        }
        if (transfer.record.ledger() != ledger) {
            return TransferStatus.TRANSFER_MUST_HAVE_THE_SAME_LEDGER_AS_ACCOUNTS;
        }
        if (transfer.has(TransferState.IMPORTED)) {
            TransferStatus untimely = untimely(transfer.record, debit.record, credit.record, books);
            if (untimely != null) {
                return untimely;
            }
        } else {
            transfer.record.timestamp(now);
        }
        if (debit.has(AccountState.CLOSED)) {
            return TransferStatus.DEBIT_ACCOUNT_ALREADY_CLOSED;
        }
        if (credit.has(AccountState.CLOSED)) {
            return TransferStatus.CREDIT_ACCOUNT_ALREADY_CLOSED;
        }
        balance(transfer, debit, credit);
        TransferStatus tooMuch = tooMuch(transfer, debit, credit);
        if (tooMuch != null) {
            return tooMuch;
        }
        apply(transfer, debit, credit, books);
        return TransferStatus.CREATED;
    }

    /** What is wrong with a transfer whatever is in the books. */
    private static @Nullable TransferStatus malformed(TransferBuffer transfer) {
        long debitLow = transfer.debitAccountIdLow();
        long debitHigh = transfer.debitAccountIdHigh();
        if (Words.isZero(debitLow, debitHigh)) {
            return TransferStatus.DEBIT_ACCOUNT_ID_MUST_NOT_BE_ZERO;
        }
        if (Words.isMax(debitLow, debitHigh)) {
            return TransferStatus.DEBIT_ACCOUNT_ID_MUST_NOT_BE_INT_MAX;
        }
        long creditLow = transfer.creditAccountIdLow();
        long creditHigh = transfer.creditAccountIdHigh();
        if (Words.isZero(creditLow, creditHigh)) {
            return TransferStatus.CREDIT_ACCOUNT_ID_MUST_NOT_BE_ZERO;
        }
        if (Words.isMax(creditLow, creditHigh)) {
            return TransferStatus.CREDIT_ACCOUNT_ID_MUST_NOT_BE_INT_MAX;
        }
        if (debitLow == creditLow && debitHigh == creditHigh) {
            return TransferStatus.ACCOUNTS_MUST_BE_DIFFERENT;
        }
        if (!Words.isZero(transfer.pendingIdLow(), transfer.pendingIdHigh())) {
            return TransferStatus.PENDING_ID_MUST_BE_ZERO;
        }
        int flags = transfer.flagsBits();
        if ((flags & TransferState.PENDING) == 0) {
            if (transfer.timeout() != 0) {
                return TransferStatus.TIMEOUT_RESERVED_FOR_PENDING_TRANSFER;
            }
            if ((flags & (TransferState.CLOSING_DEBIT | TransferState.CLOSING_CREDIT)) != 0) {
                return TransferStatus.CLOSING_TRANSFER_MUST_BE_PENDING;
            }
        }
        if (transfer.ledger() == 0) {
            return TransferStatus.LEDGER_MUST_NOT_BE_ZERO;
        }
        return transfer.code() == 0 ? TransferStatus.CODE_MUST_NOT_BE_ZERO : null;
    }

    /** What is wrong with the time of an imported transfer. */
    private static @Nullable TransferStatus untimely(
            TransferBuffer transfer, AccountBuffer debit, AccountBuffer credit, WorkingSet books) {
        long timestamp = transfer.timestamp();
        if (regresses(timestamp, books)) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_REGRESS;
        }
        if (timestamp <= debit.timestamp()) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_POSTDATE_DEBIT_ACCOUNT;
        }
        if (timestamp <= credit.timestamp()) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_POSTDATE_CREDIT_ACCOUNT;
        }
        return transfer.timeout() != 0 ? TransferStatus.IMPORTED_EVENT_TIMEOUT_MUST_BE_ZERO : null;
    }

    /** Transfers come one after the other, and nothing else happened at their times. */
    static boolean regresses(long timestamp, WorkingSet books) {
        return timestamp <= books.lastTransfer() || books.moment(timestamp) != null;
    }

    /** Makes the amount of a balancing transfer as small as the accounts want it. */
    private static void balance(TransferState transfer, AccountState debit, AccountState credit) {
        if (transfer.has(TransferState.BALANCING_DEBIT)) {
            AccountBuffer account = debit.record;
            atMostDifference(
                    transfer.record,
                    account.creditsPostedLow(),
                    account.creditsPostedHigh(),
                    debit.debitsLow(),
                    debit.debitsHigh());
        }
        if (transfer.has(TransferState.BALANCING_CREDIT)) {
            AccountBuffer account = credit.record;
            atMostDifference(
                    transfer.record,
                    account.debitsPostedLow(),
                    account.debitsPostedHigh(),
                    credit.creditsLow(),
                    credit.creditsHigh());
        }
    }

    private static void atMostDifference(TransferBuffer transfer, long low, long high, long lessLow, long lessHigh) {
        boolean nothingLeft = Words.less(low, high, lessLow, lessHigh);
        long restLow = nothingLeft ? 0 : low - lessLow;
        long restHigh = nothingLeft ? 0 : Words.differenceHigh(low, high, lessLow, lessHigh);
        if (Words.less(restLow, restHigh, transfer.amountLow(), transfer.amountHigh())) {
            transfer.amountLow(restLow).amountHigh(restHigh);
        }
    }

    private static @Nullable TransferStatus tooMuch(TransferState transfer, AccountState debit, AccountState credit) {
        long low = transfer.record.amountLow();
        long high = transfer.record.amountHigh();
        AccountBuffer debited = debit.record;
        AccountBuffer credited = credit.record;
        if (transfer.has(TransferState.PENDING)) {
            if (Words.sumOverflows(low, high, debited.debitsPendingLow(), debited.debitsPendingHigh())) {
                return TransferStatus.OVERFLOWS_DEBITS_PENDING;
            }
            if (Words.sumOverflows(low, high, credited.creditsPendingLow(), credited.creditsPendingHigh())) {
                return TransferStatus.OVERFLOWS_CREDITS_PENDING;
            }
        }
        if (Words.sumOverflows(low, high, debited.debitsPostedLow(), debited.debitsPostedHigh())) {
            return TransferStatus.OVERFLOWS_DEBITS_POSTED;
        }
        if (Words.sumOverflows(low, high, credited.creditsPostedLow(), credited.creditsPostedHigh())) {
            return TransferStatus.OVERFLOWS_CREDITS_POSTED;
        }
        if (Words.sumOverflows(low, high, debit.debitsLow(), debit.debitsHigh())) {
            return TransferStatus.OVERFLOWS_DEBITS;
        }
        if (Words.sumOverflows(low, high, credit.creditsLow(), credit.creditsHigh())) {
            return TransferStatus.OVERFLOWS_CREDITS;
        }
        if (transfer.expiry() < 0) {
            return TransferStatus.OVERFLOWS_TIMEOUT;
        }
        return beyondLimit(low, high, debit, credit);
    }

    /** Whether an amount that overflows nothing is more than one of the accounts lets pass. */
    private static @Nullable TransferStatus beyondLimit(long low, long high, AccountState debit, AccountState credit) {
        if (debit.has(AccountState.DEBITS_MUST_NOT_EXCEED_CREDITS)
                && sumExceeds(
                        low,
                        high,
                        debit.debitsLow(),
                        debit.debitsHigh(),
                        debit.record.creditsPostedLow(),
                        debit.record.creditsPostedHigh())) {
            return TransferStatus.EXCEEDS_CREDITS;
        }
        if (credit.has(AccountState.CREDITS_MUST_NOT_EXCEED_DEBITS)
                && sumExceeds(
                        low,
                        high,
                        credit.creditsLow(),
                        credit.creditsHigh(),
                        credit.record.debitsPostedLow(),
                        credit.record.debitsPostedHigh())) {
            return TransferStatus.EXCEEDS_DEBITS;
        }
        return null;
    }

    /** Whether a sum that does not overflow is greater than that. */
    private static boolean sumExceeds(long aLow, long aHigh, long bLow, long bHigh, long mostLow, long mostHigh) {
        return Words.less(mostLow, mostHigh, aLow + bLow, Words.sumHigh(aLow, aHigh, bLow, bHigh));
    }

    private static void apply(TransferState transfer, AccountState debit, AccountState credit, WorkingSet books) {
        books.willChange(debit, credit);
        long low = transfer.record.amountLow();
        long high = transfer.record.amountHigh();
        EventKind kind;
        if (transfer.has(TransferState.PENDING)) {
            kind = EventKind.TWO_PHASE_PENDING;
            transfer.phase = TransferState.OPEN;
            debit.addDebitsPending(low, high);
            credit.addCreditsPending(low, high);
        } else {
            kind = EventKind.SINGLE_PHASE;
            debit.addDebitsPosted(low, high);
            credit.addCreditsPosted(low, high);
        }
        if (transfer.has(TransferState.CLOSING_DEBIT)) {
            debit.close(true);
        }
        if (transfer.has(TransferState.CLOSING_CREDIT)) {
            credit.close(true);
        }
        books.create(transfer, kind, debit, credit);
    }
}
