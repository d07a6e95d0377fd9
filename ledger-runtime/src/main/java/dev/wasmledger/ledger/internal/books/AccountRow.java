package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;

/** An account in the host's books: all that a request says of it, and its sums. */
final class AccountRow {

    static final int DEBITS = 0;
    static final int CREDITS = 2;
    private static final int USER_DATA = 4;
    private static final int LEDGER_AND_CODE = 6;
    private static final int FLAGS = 7;

    private AccountRow() {}

    /** A new account, as a request describes it. */
    static long[] of(Account account) {
        return new long[] {
            0,
            0,
            0,
            0,
            account.userData().low(),
            account.userData().high(),
            ledgerAndCode(account),
            account.flags().bits()
        };
    }

    /** The asset's number. */
    static long ledger(long[] row) {
        return row[LEDGER_AND_CODE] & 0xffffffffL;
    }

    /** Whether that is the account, sums and all; when it was created is the engine's to say. */
    static boolean says(long[] row, Account account) {
        return Numbers.equal(row, DEBITS, account.debitsPosted())
                && Numbers.equal(row, CREDITS, account.creditsPosted())
                && Numbers.equal(row, USER_DATA, account.userData())
                && row[LEDGER_AND_CODE] == ledgerAndCode(account)
                && row[FLAGS] == account.flags().bits();
    }

    static boolean breaksItsLimit(long[] row) {
        AccountFlags flags = new AccountFlags((int) row[FLAGS]);
        return (flags.contains(AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS) && Numbers.greater(row, DEBITS, CREDITS))
                || (flags.contains(AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS)
                        && Numbers.greater(row, CREDITS, DEBITS));
    }

    private static long ledgerAndCode(Account account) {
        return Integer.toUnsignedLong(account.ledger()) | (account.code() & 0xffffL) << Integer.SIZE;
    }
}
