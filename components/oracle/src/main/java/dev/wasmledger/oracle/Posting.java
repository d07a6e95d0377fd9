package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Numbers.big;
import static dev.wasmledger.oracle.Numbers.u128;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Event;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.Objects;

/** Writes what has been decided. */
record Posting(Books books) {

    /** Enters a transfer. */
    void record(Transfer transfer) {
        books.put(books.transfers, transfer.id(), transfer);
        books.add(books.committed, transfer);
        books.add(books.transferTimes, transfer.timestamp());
    }

    /**
     * Changes a transfer's accounts, and says so in an event.
     *
     * @param pending what is added to the debit account's pending debits and the credit account's pending credits
     * @param posted what is added to the debit account's posted debits and the credit account's posted credits
     */
    void post(EventKind kind, long timestamp, Transfer transfer, BigInteger pending, BigInteger posted) {
        post(kind, timestamp, transfer, transfer.flags(), pending, posted);
    }

    /**
     * Likewise, where the accounts are closed or opened by another transfer.
     *
     * @param closing the flags of the transfer that closes them, or of the one that closed them and is undone
     */
    void post(
            EventKind kind,
            long timestamp,
            Transfer transfer,
            TransferFlags closing,
            BigInteger pending,
            BigInteger posted) {
        Account debited = account(transfer.debitAccountId());
        Account debitedAfter = new Account(
                debited.id(),
                plus(debited.debitsPending(), pending),
                plus(debited.debitsPosted(), posted),
                debited.creditsPending(),
                debited.creditsPosted(),
                debited.userData128(),
                debited.userData64(),
                debited.userData32(),
                debited.ledger(),
                debited.code(),
                flags(debited, kind, closing.contains(TransferFlags.CLOSING_DEBIT)),
                debited.timestamp());
        Account credited = account(transfer.creditAccountId());
        Account creditedAfter = new Account(
                credited.id(),
                credited.debitsPending(),
                credited.debitsPosted(),
                plus(credited.creditsPending(), pending),
                plus(credited.creditsPosted(), posted),
                credited.userData128(),
                credited.userData64(),
                credited.userData32(),
                credited.ledger(),
                credited.code(),
                flags(credited, kind, closing.contains(TransferFlags.CLOSING_CREDIT)),
                credited.timestamp());
        books.put(books.accounts, debited.id(), debitedAfter);
        books.put(books.accounts, credited.id(), creditedAfter);
        books.add(books.events, new Event(kind, timestamp, transfer, debitedAfter, creditedAfter));
    }

    private static AccountFlags flags(Account account, EventKind kind, boolean closing) {
        if (!closing) {
            return account.flags();
        }
        return switch (kind) {
            case TWO_PHASE_PENDING -> account.flags().with(AccountFlags.CLOSED);
            case TWO_PHASE_VOIDED, TWO_PHASE_EXPIRED -> account.flags().without(AccountFlags.CLOSED);
            case SINGLE_PHASE, TWO_PHASE_POSTED -> account.flags();
        };
    }

    private Account account(U128 id) {
        return Objects.requireNonNull(books.accounts.get(id));
    }

    private static U128 plus(U128 balance, BigInteger change) {
        return u128(big(balance).add(change));
    }
}
