package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountStatus;

/** Whether an account may be created. The order of the checks is that of {@link AccountStatus}. */
final class AccountRules {

    private AccountRules() {}

    /** Looks at an account, and creates it where nothing is wrong with it. */
    static AccountStatus create(AccountState requested, long now, WorkingSet books, Books assets) {
        AccountBuffer account = requested.record;
        if (Words.isZero(account.idLow(), account.idHigh())) {
            return AccountStatus.ID_MUST_NOT_BE_ZERO;
        }
        if (Words.isMax(account.idLow(), account.idHigh())) {
            return AccountStatus.ID_MUST_NOT_BE_INT_MAX;
        }
        AccountState existing = books.account(account.idLow(), account.idHigh());
        if (existing != null) {
            return resubmission(account, existing.record);
        }
        AccountStatus status = creation(requested, books, assets);
        if (status == AccountStatus.CREATED) {
            if (!requested.has(AccountState.IMPORTED)) {
                account.timestamp(now);
            }
            books.create(requested);
        }
        return status;
    }

    private static AccountStatus resubmission(AccountBuffer account, AccountBuffer existing) {
        if (account.flagsBits() != existing.flagsBits()) {
            return AccountStatus.EXISTS_WITH_DIFFERENT_FLAGS;
        }
        if (account.userData128Low() != existing.userData128Low()
                || account.userData128High() != existing.userData128High()) {
            return AccountStatus.EXISTS_WITH_DIFFERENT_USER_DATA128;
        }
        if (account.userData64() != existing.userData64()) {
            return AccountStatus.EXISTS_WITH_DIFFERENT_USER_DATA64;
        }
        if (account.userData32() != existing.userData32()) {
            return AccountStatus.EXISTS_WITH_DIFFERENT_USER_DATA32;
        }
        if (account.ledger() != existing.ledger()) {
            return AccountStatus.EXISTS_WITH_DIFFERENT_LEDGER;
        }
        return account.code() == existing.code() ? AccountStatus.EXISTS : AccountStatus.EXISTS_WITH_DIFFERENT_CODE;
    }

    private static AccountStatus creation(AccountState requested, WorkingSet books, Books assets) {
        AccountBuffer account = requested.record;
        if (requested.has(AccountState.DEBITS_MUST_NOT_EXCEED_CREDITS)
                && requested.has(AccountState.CREDITS_MUST_NOT_EXCEED_DEBITS)) {
            return AccountStatus.FLAGS_ARE_MUTUALLY_EXCLUSIVE;
        }
        if (!Words.isZero(account.debitsPendingLow(), account.debitsPendingHigh())) {
            return AccountStatus.DEBITS_PENDING_MUST_BE_ZERO;
        }
        if (!Words.isZero(account.debitsPostedLow(), account.debitsPostedHigh())) {
            return AccountStatus.DEBITS_POSTED_MUST_BE_ZERO;
        }
        if (!Words.isZero(account.creditsPendingLow(), account.creditsPendingHigh())) {
            return AccountStatus.CREDITS_PENDING_MUST_BE_ZERO;
        }
        if (!Words.isZero(account.creditsPostedLow(), account.creditsPostedHigh())) {
            return AccountStatus.CREDITS_POSTED_MUST_BE_ZERO;
        }
        if (account.ledger() == 0) {
            return AccountStatus.LEDGER_MUST_NOT_BE_ZERO;
        }
        if (account.code() == 0) {
            return AccountStatus.CODE_MUST_NOT_BE_ZERO;
        }
        if (requested.has(AccountState.IMPORTED) && regresses(account.timestamp(), books)) {
            return AccountStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_REGRESS;
        }
        return assets.asset(account.ledger()).isPresent() ? AccountStatus.CREATED : AccountStatus.LEDGER_NOT_FOUND;
    }

    /** Accounts come one after the other, and nothing else happened at their times. */
    private static boolean regresses(long timestamp, WorkingSet books) {
        return timestamp <= books.lastAccount() || books.moment(timestamp) != null;
    }
}
