package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Requests to commit transfers. */
public final class Transfers {

    private Transfers() {}

    /**
     * A transfer of an amount from one account to another.
     *
     * @param id neither zero nor {@link U128s#MAX}; sent again, the same id means the same transfer
     * @param debit the account that is debited
     * @param credit the account that is credited
     * @param amount in minor units, 0 or more
     * @param ledger the number of both accounts' asset
     * @param code the reason for the transfer, as the application numbers reasons, 1 to 65535
     */
    public static Transfer of(U128 id, U128 debit, U128 credit, long amount, int ledger, int code) {
        return of(id, debit, credit, U128s.of(amount), ledger, code);
    }

    /** The same for an amount of any size below 2^128. */
    public static Transfer of(U128 id, U128 debit, U128 credit, BigInteger amount, int ledger, int code) {
        return of(id, debit, credit, U128s.of(amount), ledger, code);
    }

    private static Transfer of(U128 id, U128 debit, U128 credit, U128 amount, int ledger, int code) {
        return new Transfer(
                id,
                debit,
                credit,
                amount,
                U128s.ZERO,
                U128s.ZERO,
                0,
                0,
                0,
                ledger,
                Codes.checked(code),
                TransferFlags.NONE,
                0);
    }

    /**
     * The transfer as the first half of one in two phases: its amount is reserved, until {@link #post} or {@link #release}.
     *
     * @param timeout seconds after which the amount is free again; 0 where it stays reserved
     */
    public static Transfer pending(Transfer transfer, int timeout) {
        return copy(transfer, transfer.userData128(), timeout, transfer.flags().with(TransferFlags.PENDING));
    }

    /** Moves all that a pending transfer reserves. */
    public static Transfer post(U128 id, U128 pending) {
        return settling(id, pending, U128s.MAX, TransferFlags.POST_PENDING_TRANSFER);
    }

    /** Moves part of what a pending transfer reserves; the rest is free again. */
    public static Transfer post(U128 id, U128 pending, BigInteger amount) {
        return settling(id, pending, U128s.of(amount), TransferFlags.POST_PENDING_TRANSFER);
    }

    /** Gives back what a pending transfer reserves: a void, in the contract's words. */
    public static Transfer release(U128 id, U128 pending) {
        return settling(id, pending, U128s.ZERO, TransferFlags.VOID_PENDING_TRANSFER);
    }

    private static Transfer settling(U128 id, U128 pending, U128 amount, TransferFlags how) {
        return new Transfer(id, U128s.ZERO, U128s.ZERO, amount, pending, U128s.ZERO, 0, 0, 0, 0, (short) 0, how, 0);
    }

    /** The transfers as a chain, which is committed as a whole or not at all. */
    public static List<Transfer> chain(Transfer... transfers) {
        List<Transfer> chain = new ArrayList<>(transfers.length);
        for (int i = 0; i < transfers.length; i++) {
            chain.add(i < transfers.length - 1 ? with(transfers[i], TransferFlags.LINKED) : transfers[i]);
        }
        return chain;
    }

    /** The transfer with further flags. */
    public static Transfer with(Transfer transfer, TransferFlags flags) {
        return copy(
                transfer,
                transfer.userData128(),
                transfer.timeout(),
                transfer.flags().with(flags));
    }

    /** The transfer as part of a transaction; its chain belongs to the one that its first transfer is part of. */
    public static Transfer inTransaction(Transfer transfer, U128 transaction) {
        return copy(transfer, transaction, transfer.timeout(), transfer.flags());
    }

    private static Transfer copy(Transfer transfer, U128 userData128, int timeout, TransferFlags flags) {
        return new Transfer(
                transfer.id(),
                transfer.debitAccountId(),
                transfer.creditAccountId(),
                transfer.amount(),
                transfer.pendingId(),
                userData128,
                transfer.userData64(),
                transfer.userData32(),
                timeout,
                transfer.ledger(),
                transfer.code(),
                flags,
                transfer.timestamp());
    }
}
