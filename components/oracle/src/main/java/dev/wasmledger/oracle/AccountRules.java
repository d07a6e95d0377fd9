package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Numbers.MAX;
import static dev.wasmledger.oracle.Numbers.ZERO;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountStatus;

/**
 * When an account is created: TigerBeetle's reference, requests/create_accounts.
 *
 * @param importing whether the request's first account is imported
 * @param now when the request was made
 */
record AccountRules(Books books, boolean importing, long now) {

    /** Creates an account, or says why not. */
    AccountStatus create(Account account, long time) {
        boolean imported = account.flags().contains(AccountFlags.IMPORTED);
        AccountStatus status = status(account, imported);
        if (status == AccountStatus.CREATED) {
            Account created = new Account(
                    account.id(),
                    ZERO,
                    ZERO,
                    ZERO,
                    ZERO,
                    account.userData128(),
                    account.userData64(),
                    account.userData32(),
                    account.ledger(),
                    account.code(),
                    account.flags(),
                    imported ? account.timestamp() : time);
            books.put(books.accounts, created.id(), created);
            books.add(books.opened, created);
            books.add(books.accountTimes, created.timestamp());
        }
        return status;
    }

    /** The first rule that the account breaks. */
    private AccountStatus status(Account account, boolean imported) {
        if (importing && !imported) {
            return AccountStatus.IMPORTED_EVENT_EXPECTED;
        }
        if (!importing && imported) {
            return AccountStatus.IMPORTED_EVENT_NOT_EXPECTED;
        }
        if (!imported && account.timestamp() != 0) {
            return AccountStatus.TIMESTAMP_MUST_BE_ZERO;
        }
        if (imported && account.timestamp() <= 0) {
            return AccountStatus.IMPORTED_EVENT_TIMESTAMP_OUT_OF_RANGE;
        }
        if (imported && account.timestamp() >= now) {
            return AccountStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_ADVANCE;
        }
        if (account.id().equals(ZERO)) {
            return AccountStatus.ID_MUST_NOT_BE_ZERO;
        }
        if (account.id().equals(MAX)) {
            return AccountStatus.ID_MUST_NOT_BE_INT_MAX;
        }
        Account existing = books.accounts.get(account.id());
        if (existing != null) {
            return resubmission(account, existing);
        }
        if (account.flags().contains(AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS)
                && account.flags().contains(AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS)) {
            return AccountStatus.FLAGS_ARE_MUTUALLY_EXCLUSIVE;
        }
        if (!account.debitsPending().equals(ZERO)) {
            return AccountStatus.DEBITS_PENDING_MUST_BE_ZERO;
        }
        if (!account.debitsPosted().equals(ZERO)) {
            return AccountStatus.DEBITS_POSTED_MUST_BE_ZERO;
        }
        if (!account.creditsPending().equals(ZERO)) {
            return AccountStatus.CREDITS_PENDING_MUST_BE_ZERO;
        }
        if (!account.creditsPosted().equals(ZERO)) {
            return AccountStatus.CREDITS_POSTED_MUST_BE_ZERO;
        }
        if (account.ledger() == 0) {
            return AccountStatus.LEDGER_MUST_NOT_BE_ZERO;
        }
        if (account.code() == 0) {
            return AccountStatus.CODE_MUST_NOT_BE_ZERO;
        }
        if (imported && regresses(account.timestamp())) {
            return AccountStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_REGRESS;
        }
        if (!books.assets.containsKey(account.ledger())) {
            return AccountStatus.LEDGER_NOT_FOUND;
        }
        return AccountStatus.CREATED;
    }

    private boolean regresses(long timestamp) {
        boolean early =
                !books.opened.isEmpty() && timestamp <= books.opened.getLast().timestamp();
        return early || books.transferTimes.contains(timestamp) || books.expiryTimes.contains(timestamp);
    }

    private static AccountStatus resubmission(Account account, Account existing) {
        if (!account.flags().equals(existing.flags())) {
            return AccountStatus.EXISTS_WITH_DIFFERENT_FLAGS;
        }
        if (!account.userData128().equals(existing.userData128())) {
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
        if (account.code() != existing.code()) {
            return AccountStatus.EXISTS_WITH_DIFFERENT_CODE;
        }
        return AccountStatus.EXISTS;
    }
}
