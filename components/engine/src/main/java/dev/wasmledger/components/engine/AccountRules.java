package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountError;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountOutcome;
import java.util.Optional;

/** Whether an account may be created. The order of the checks is that of {@link AccountError}. */
final class AccountRules {

    private static final AccountFlags BOTH_LIMITS =
            AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS.with(AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS);

    private AccountRules() {}

    static AccountOutcome outcome(Account account, Books books) {
        if (account.timestamp() != 0) {
            return rejected(AccountError.TIMESTAMP_MUST_BE_ZERO);
        }
        if (Ids.isZero(account.id())) {
            return rejected(AccountError.ID_MUST_NOT_BE_ZERO);
        }
        if (Ids.isMax(account.id())) {
            return rejected(AccountError.ID_MUST_NOT_BE_MAX);
        }
        Optional<Account> existing = books.account(account.id());
        return existing.isPresent() ? resubmission(account, existing.get()) : creation(account, books);
    }

    private static AccountOutcome resubmission(Account account, Account existing) {
        if (!account.flags().equals(existing.flags())) {
            return rejected(AccountError.EXISTS_WITH_DIFFERENT_FLAGS);
        }
        if (!account.userData().equals(existing.userData())) {
            return rejected(AccountError.EXISTS_WITH_DIFFERENT_USER_DATA);
        }
        if (account.ledger() != existing.ledger()) {
            return rejected(AccountError.EXISTS_WITH_DIFFERENT_LEDGER);
        }
        if (account.code() != existing.code()) {
            return rejected(AccountError.EXISTS_WITH_DIFFERENT_CODE);
        }
        return new AccountOutcome.Exists();
    }

    private static AccountOutcome creation(Account account, Books books) {
        if (account.flags().contains(BOTH_LIMITS)) {
            return rejected(AccountError.FLAGS_ARE_MUTUALLY_EXCLUSIVE);
        }
        if (!Ids.isZero(account.debitsPosted())) {
            return rejected(AccountError.DEBITS_POSTED_MUST_BE_ZERO);
        }
        if (!Ids.isZero(account.creditsPosted())) {
            return rejected(AccountError.CREDITS_POSTED_MUST_BE_ZERO);
        }
        if (account.ledger() == 0) {
            return rejected(AccountError.LEDGER_MUST_NOT_BE_ZERO);
        }
        if (books.asset(account.ledger()).isEmpty()) {
            return rejected(AccountError.LEDGER_NOT_FOUND);
        }
        if (account.code() == 0) {
            return rejected(AccountError.CODE_MUST_NOT_BE_ZERO);
        }
        return new AccountOutcome.Created();
    }

    private static AccountOutcome rejected(AccountError error) {
        return new AccountOutcome.Rejected(error);
    }
}
