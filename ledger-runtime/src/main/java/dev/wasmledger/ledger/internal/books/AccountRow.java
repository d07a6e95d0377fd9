package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;

/** An account in the host's books, field by field as the contract has an engine's table {@code accounts}. */
final class AccountRow {

    static final int WIDTH = 16;
    static final int DEBITS_PENDING = 0;
    static final int DEBITS_POSTED = 2;
    static final int CREDITS_PENDING = 4;
    static final int CREDITS_POSTED = 6;
    private static final int USER_DATA128 = 8;
    private static final int USER_DATA64 = 10;
    private static final int LEDGER_AND_USER_DATA32 = 11;
    private static final int CODE_AND_FLAGS = 12;
    private static final int TIMESTAMP = 13;

    private static final long CLOSED = (long) AccountFlags.CLOSED.bits() << Integer.SIZE;

    private AccountRow() {}

    /** A new account, as a request describes it. */
    static long[] of(Account account, long timestamp) {
        long[] row = new long[WIDTH];
        row[USER_DATA128] = account.userData128().low();
        row[USER_DATA128 + 1] = account.userData128().high();
        row[USER_DATA64] = account.userData64();
        row[LEDGER_AND_USER_DATA32] = ledgerAndUserData32(account);
        row[CODE_AND_FLAGS] = codeAndFlags(account);
        row[TIMESTAMP] = timestamp;
        return row;
    }

    /** The asset's number. */
    static long ledger(long[] row) {
        return row[LEDGER_AND_USER_DATA32] & 0xffffffffL;
    }

    static void close(long[] row, boolean closed) {
        row[CODE_AND_FLAGS] = closed ? row[CODE_AND_FLAGS] | CLOSED : row[CODE_AND_FLAGS] & ~CLOSED;
    }

    static boolean isClosed(long[] row) {
        return (row[CODE_AND_FLAGS] & CLOSED) != 0;
    }

    /** Whether that is the account, sums and all. */
    static boolean says(long[] row, Account account) {
        return Numbers.equal(row, DEBITS_PENDING, account.debitsPending())
                && Numbers.equal(row, DEBITS_POSTED, account.debitsPosted())
                && Numbers.equal(row, CREDITS_PENDING, account.creditsPending())
                && Numbers.equal(row, CREDITS_POSTED, account.creditsPosted())
                && Numbers.equal(row, USER_DATA128, account.userData128())
                && row[USER_DATA64] == account.userData64()
                && row[LEDGER_AND_USER_DATA32] == ledgerAndUserData32(account)
                && row[CODE_AND_FLAGS] == codeAndFlags(account)
                && row[TIMESTAMP] == account.timestamp();
    }

    static boolean breaksItsLimit(long[] row) {
        AccountFlags flags = new AccountFlags((int) (row[CODE_AND_FLAGS] >>> Integer.SIZE));
        return (flags.contains(AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS)
                        && Numbers.sumIsGreater(row, DEBITS_PENDING, DEBITS_POSTED, CREDITS_POSTED))
                || (flags.contains(AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS)
                        && Numbers.sumIsGreater(row, CREDITS_PENDING, CREDITS_POSTED, DEBITS_POSTED));
    }

    private static long ledgerAndUserData32(Account account) {
        return Integer.toUnsignedLong(account.ledger()) | (long) account.userData32() << Integer.SIZE;
    }

    private static long codeAndFlags(Account account) {
        return (account.code() & 0xffffL) | (long) account.flags().bits() << Integer.SIZE;
    }
}
