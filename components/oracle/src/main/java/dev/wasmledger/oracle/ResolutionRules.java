package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Numbers.MAX;
import static dev.wasmledger.oracle.Numbers.ZERO;
import static dev.wasmledger.oracle.Numbers.big;

import dev.wasmledger.oracle.Books.Settlement;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.Objects;

/**
 * When a pending transfer is posted, voided or expires: TigerBeetle's reference, transfer, and its chapter on two-phase
 * transfers.
 *
 * @param time of the transfer, or of the expiry
 */
record ResolutionRules(Books books, long time) {

    /** Creates a post or a void, or says why not. */
    TransferStatus resolve(Transfer transfer, long timestamp) {
        if (transfer.pendingId().equals(ZERO)) {
            return TransferStatus.PENDING_ID_MUST_NOT_BE_ZERO;
        }
        if (transfer.pendingId().equals(MAX)) {
            return TransferStatus.PENDING_ID_MUST_NOT_BE_INT_MAX;
        }
        if (transfer.pendingId().equals(transfer.id())) {
            return TransferStatus.PENDING_ID_MUST_BE_DIFFERENT;
        }
        if (transfer.timeout() != 0) {
            return TransferStatus.TIMEOUT_RESERVED_FOR_PENDING_TRANSFER;
        }
        Transfer pending = books.transfers.get(transfer.pendingId());
        if (pending == null) {
            return TransferStatus.PENDING_TRANSFER_NOT_FOUND;
        }
        TransferStatus wrong = mismatch(transfer, pending);
        if (wrong != TransferStatus.CREATED) {
            return wrong;
        }
        boolean posts = transfer.flags().contains(TransferFlags.POST_PENDING_TRANSFER);
        U128 amount = transfer.amount().equals(posts ? MAX : ZERO) ? pending.amount() : transfer.amount();
        int compared = big(amount).compareTo(big(pending.amount()));
        if (compared > 0) {
            return TransferStatus.EXCEEDS_PENDING_TRANSFER_AMOUNT;
        }
        if (!posts && compared < 0) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_AMOUNT;
        }
        wrong = settled(pending);
        if (wrong != TransferStatus.CREATED) {
            return wrong;
        }
        Account debited = Objects.requireNonNull(books.accounts.get(pending.debitAccountId()));
        Account credited = Objects.requireNonNull(books.accounts.get(pending.creditAccountId()));
        if (transfer.flags().contains(TransferFlags.IMPORTED)) {
            wrong = TransferRules.wrongImport(books, transfer, debited, credited);
            if (wrong != TransferStatus.CREATED) {
                return wrong;
            }
        }
        if (posts && debited.flags().contains(AccountFlags.CLOSED)) {
            return TransferStatus.DEBIT_ACCOUNT_ALREADY_CLOSED;
        }
        if (posts && credited.flags().contains(AccountFlags.CLOSED)) {
            return TransferStatus.CREDIT_ACCOUNT_ALREADY_CLOSED;
        }
        write(recorded(transfer, pending, amount, timestamp), pending, posts);
        return TransferStatus.CREATED;
    }

    private static TransferStatus mismatch(Transfer transfer, Transfer pending) {
        if (!pending.flags().contains(TransferFlags.PENDING)) {
            return TransferStatus.PENDING_TRANSFER_NOT_PENDING;
        }
        if (differs(transfer.debitAccountId(), pending.debitAccountId())) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (differs(transfer.creditAccountId(), pending.creditAccountId())) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        if (transfer.ledger() != 0 && transfer.ledger() != pending.ledger()) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_LEDGER;
        }
        if (transfer.code() != 0 && transfer.code() != pending.code()) {
            return TransferStatus.PENDING_TRANSFER_HAS_DIFFERENT_CODE;
        }
        return TransferStatus.CREATED;
    }

    private static boolean differs(U128 asked, U128 pending) {
        return !asked.equals(ZERO) && !asked.equals(pending);
    }

    private TransferStatus settled(Transfer pending) {
        return switch (Objects.requireNonNull(books.settlements.get(pending.id()))) {
            case POSTED -> TransferStatus.PENDING_TRANSFER_ALREADY_POSTED;
            case VOIDED -> TransferStatus.PENDING_TRANSFER_ALREADY_VOIDED;
            case EXPIRED -> TransferStatus.PENDING_TRANSFER_EXPIRED;
            case OPEN -> isDue(pending) ? TransferStatus.PENDING_TRANSFER_EXPIRED : TransferStatus.CREATED;
        };
    }

    /** Whether a pending transfer's time has passed. It may not have been given back yet. */
    boolean isDue(Transfer pending) {
        return pending.timeout() != 0 && TransferRules.due(pending, pending.timestamp()) <= time;
    }

    private static Transfer recorded(Transfer transfer, Transfer pending, U128 amount, long timestamp) {
        return new Transfer(
                transfer.id(),
                pending.debitAccountId(),
                pending.creditAccountId(),
                amount,
                pending.id(),
                transfer.userData128().equals(ZERO) ? pending.userData128() : transfer.userData128(),
                transfer.userData64() == 0 ? pending.userData64() : transfer.userData64(),
                transfer.userData32() == 0 ? pending.userData32() : transfer.userData32(),
                0,
                pending.ledger(),
                pending.code(),
                transfer.flags(),
                timestamp);
    }

    private void write(Transfer recorded, Transfer pending, boolean posts) {
        Posting posting = new Posting(books);
        posting.record(recorded);
        books.put(books.settlements, pending.id(), posts ? Settlement.POSTED : Settlement.VOIDED);
        posting.post(
                posts ? EventKind.TWO_PHASE_POSTED : EventKind.TWO_PHASE_VOIDED,
                recorded.timestamp(),
                recorded,
                pending.flags(),
                big(pending.amount()).negate(),
                posts ? big(recorded.amount()) : BigInteger.ZERO);
    }

    /** Gives back what a pending transfer reserves. */
    void expire(Transfer pending) {
        books.put(books.settlements, pending.id(), Settlement.EXPIRED);
        books.expiryTimes.add(time);
        new Posting(books)
                .post(
                        EventKind.TWO_PHASE_EXPIRED,
                        time,
                        pending,
                        big(pending.amount()).negate(),
                        BigInteger.ZERO);
    }
}
