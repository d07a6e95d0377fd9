package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;

/** A pending transfer that is open, in the host's books: its amount, when it expires, whom it closes, when it was committed. */
final class PendingRow {

    static final int WIDTH = 16;
    private static final int AMOUNT = 0;
    private static final int EXPIRY = 2;
    private static final int FLAGS = 3;
    private static final int TIMESTAMP = 4;
    private static final int DEBIT_ACCOUNT = 5;
    private static final int CREDIT_ACCOUNT = 7;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private PendingRow() {}

    static long[] of(Transfer transfer) {
        long[] row = new long[WIDTH];
        row[AMOUNT] = transfer.amount().low();
        row[AMOUNT + 1] = transfer.amount().high();
        row[EXPIRY] = transfer.timeout() == 0
                ? 0
                : transfer.timestamp() + Integer.toUnsignedLong(transfer.timeout()) * NANOS_PER_SECOND;
        row[FLAGS] = transfer.flags().bits();
        row[TIMESTAMP] = transfer.timestamp();
        row[DEBIT_ACCOUNT] = transfer.debitAccountId().low();
        row[DEBIT_ACCOUNT + 1] = transfer.debitAccountId().high();
        row[CREDIT_ACCOUNT] = transfer.creditAccountId().low();
        row[CREDIT_ACCOUNT + 1] = transfer.creditAccountId().high();
        return row;
    }

    static U128 amount(long[] row) {
        return new U128(row[AMOUNT], row[AMOUNT + 1]);
    }

    /** When it expires; zero where it does not. */
    static long expiry(long[] row) {
        return row[EXPIRY];
    }

    static long timestamp(long[] row) {
        return row[TIMESTAMP];
    }

    static boolean has(long[] row, TransferFlags flags) {
        return (row[FLAGS] & flags.bits()) == flags.bits();
    }

    /** Whether a transfer is between the accounts that this one is between. */
    static boolean isBetween(long[] row, Transfer transfer) {
        return Numbers.equal(row, DEBIT_ACCOUNT, transfer.debitAccountId())
                && Numbers.equal(row, CREDIT_ACCOUNT, transfer.creditAccountId());
    }
}
