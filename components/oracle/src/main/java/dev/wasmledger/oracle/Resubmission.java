package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Numbers.ZERO;
import static dev.wasmledger.oracle.Numbers.big;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;

/** How a transfer differs from the one that has its id: TigerBeetle's reference, requests/create_transfers, exists. */
final class Resubmission {

    private static final TransferFlags BALANCING = TransferFlags.BALANCING_DEBIT.with(TransferFlags.BALANCING_CREDIT);

    private Resubmission() {}

    /** Compares with a transfer that neither posts nor voids. */
    static TransferStatus of(Transfer transfer, Transfer existing) {
        boolean balances = !existing.flags().without(BALANCING).equals(existing.flags());
        boolean differentAmount = balances
                ? big(transfer.amount()).compareTo(big(existing.amount())) < 0
                : !transfer.amount().equals(existing.amount());
        return compare(transfer, existing, differentAmount);
    }

    /** Compares with a post or a void: what the request leaves zero stands for what the pending transfer says. */
    static TransferStatus ofResolution(Transfer transfer, Transfer existing, Transfer pending) {
        Transfer filled = new Transfer(
                transfer.id(),
                orElse(transfer.debitAccountId(), pending.debitAccountId()),
                orElse(transfer.creditAccountId(), pending.creditAccountId()),
                transfer.amount(),
                transfer.pendingId(),
                orElse(transfer.userData128(), pending.userData128()),
                transfer.userData64() == 0 ? pending.userData64() : transfer.userData64(),
                transfer.userData32() == 0 ? pending.userData32() : transfer.userData32(),
                transfer.timeout(),
                transfer.ledger() == 0 ? pending.ledger() : transfer.ledger(),
                transfer.code() == 0 ? pending.code() : transfer.code(),
                transfer.flags(),
                transfer.timestamp());
        return compare(filled, existing, hasDifferentAmount(transfer, existing, pending));
    }

    private static boolean hasDifferentAmount(Transfer transfer, Transfer existing, Transfer pending) {
        if (existing.flags().contains(TransferFlags.VOID_PENDING_TRANSFER)) {
            return !orElse(transfer.amount(), pending.amount()).equals(existing.amount());
        }
        boolean postedAll = existing.amount().equals(pending.amount());
        return postedAll
                ? big(transfer.amount()).compareTo(big(pending.amount())) < 0
                : !transfer.amount().equals(existing.amount());
    }

    private static U128 orElse(U128 asked, U128 pending) {
        return asked.equals(ZERO) ? pending : asked;
    }

    private static TransferStatus compare(Transfer transfer, Transfer existing, boolean differentAmount) {
        if (!transfer.flags().equals(existing.flags())) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_FLAGS;
        }
        if (!transfer.pendingId().equals(existing.pendingId())) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_PENDING_ID;
        }
        if (transfer.timeout() != existing.timeout()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_TIMEOUT;
        }
        if (!transfer.debitAccountId().equals(existing.debitAccountId())) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT_ID;
        }
        if (!transfer.creditAccountId().equals(existing.creditAccountId())) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT_ID;
        }
        if (differentAmount) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        if (!transfer.userData128().equals(existing.userData128())) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA128;
        }
        if (transfer.userData64() != existing.userData64()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA64;
        }
        if (transfer.userData32() != existing.userData32()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_USER_DATA32;
        }
        if (transfer.ledger() != existing.ledger()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_LEDGER;
        }
        if (transfer.code() != existing.code()) {
            return TransferStatus.EXISTS_WITH_DIFFERENT_CODE;
        }
        return TransferStatus.EXISTS;
    }
}
