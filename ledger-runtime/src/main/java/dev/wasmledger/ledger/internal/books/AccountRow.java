package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.internal.frame.AccountWords;
import java.util.Arrays;

/**
 * A row of the engine's table {@code accounts}, field by field as the contract has it. Rows stand in pages, each from an
 * offset on.
 */
final class AccountRow {

    static final int WIDTH = 16;
    static final int DEBITS_PENDING = 0;
    static final int DEBITS_POSTED = 2;
    static final int CREDITS_PENDING = 4;
    static final int CREDITS_POSTED = 6;
    private static final int USER_DATA128 = 8;
    private static final int USER_DATA64 = 10;
    private static final int USER_DATA32_AND_LEDGER = 11;
    private static final int CODE_AND_FLAGS = 12;
    private static final int TIMESTAMP = 13;

    private static final long CLOSED = (long) AccountFlags.CLOSED.bits() << Short.SIZE;
    private static final long DEBITS_LIMITED = (long) AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS.bits() << Short.SIZE;
    private static final long CREDITS_LIMITED = (long) AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS.bits() << Short.SIZE;

    private AccountRow() {}

    /** Writes a new account, as a request describes it. */
    static void write(Account account, long timestamp, long[] page, int at) {
        for (int field = 0; field < USER_DATA128; field++) {
            page[at + field] = 0;
        }
        page[at + USER_DATA128] = account.userData128().low();
        page[at + USER_DATA128 + 1] = account.userData128().high();
        page[at + USER_DATA64] = account.userData64();
        writeRest(
                page,
                at,
                account.ledger(),
                account.userData32(),
                account.code(),
                account.flags().bits(),
                timestamp);
    }

    private static void writeRest(
            long[] page, int at, int ledger, int userData32, short code, int flags, long timestamp) {
        page[at + USER_DATA32_AND_LEDGER] = Integer.toUnsignedLong(userData32) | (long) ledger << Integer.SIZE;
        page[at + CODE_AND_FLAGS] = Short.toUnsignedLong(code) | (long) flags << Short.SIZE;
        page[at + TIMESTAMP] = timestamp;
        page[at + TIMESTAMP + 1] = 0;
        page[at + TIMESTAMP + 2] = 0;
    }

    /** Whether its fields are those that stand in an array from an offset on. */
    static boolean isEqual(long[] page, int at, long[] fields, int from) {
        return Arrays.equals(page, at, at + AccountWords.FIELDS, fields, from, from + AccountWords.FIELDS);
    }

    /** The asset's number. */
    static int ledger(long[] page, int at) {
        return (int) (page[at + USER_DATA32_AND_LEDGER] >>> Integer.SIZE);
    }

    static void close(long[] page, int at, boolean closed) {
        page[at + CODE_AND_FLAGS] = closed ? page[at + CODE_AND_FLAGS] | CLOSED : page[at + CODE_AND_FLAGS] & ~CLOSED;
    }

    static boolean isClosed(long[] page, int at) {
        return (page[at + CODE_AND_FLAGS] & CLOSED) != 0;
    }

    static boolean breaksItsLimit(long[] page, int at) {
        long flags = page[at + CODE_AND_FLAGS];
        return ((flags & DEBITS_LIMITED) != 0
                        && Numbers.sumIsGreater(page, at + DEBITS_PENDING, at + DEBITS_POSTED, at + CREDITS_POSTED))
                || ((flags & CREDITS_LIMITED) != 0
                        && Numbers.sumIsGreater(page, at + CREDITS_PENDING, at + CREDITS_POSTED, at + DEBITS_POSTED));
    }
}
