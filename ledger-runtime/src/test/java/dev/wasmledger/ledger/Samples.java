package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.util.List;

/** Assets, accounts and transfers to play with. */
public final class Samples {

    public static final Asset CREDITS = new Asset(1, (byte) 0, "CREDITS");
    public static final U128 ZERO = new U128(0, 0);

    private Samples() {}

    /** An id that takes both halves. */
    public static U128 id(long number) {
        return new U128(number, number * 31);
    }

    public static U128 amount(long amount) {
        return new U128(amount, 0);
    }

    public static Account account(long number) {
        return account(number, CREDITS.ledger(), AccountFlags.NONE);
    }

    public static Account account(long number, int asset, AccountFlags flags) {
        return balances(
                new Account(id(number), ZERO, ZERO, ZERO, ZERO, ZERO, 0, 0, asset, (short) 1000, flags, 0),
                0,
                0,
                0,
                0,
                0);
    }

    /** An account with other balances, all of them below 2^64, and another time. */
    public static Account balances(
            Account account, long debitsPending, long debits, long creditsPending, long credits, long timestamp) {
        return new Account(
                account.id(),
                amount(debitsPending),
                amount(debits),
                amount(creditsPending),
                amount(credits),
                account.userData128(),
                account.userData64(),
                account.userData32(),
                account.ledger(),
                account.code(),
                account.flags(),
                timestamp);
    }

    public static Transfer transfer(long number, long debit, long credit, long amount) {
        return transfer(number, debit, credit, amount, TransferFlags.NONE);
    }

    public static Transfer transfer(long number, long debit, long credit, long amount, TransferFlags flags) {
        return transfer(number, debit, credit, amount(amount), CREDITS.ledger(), flags, 0, 0);
    }

    public static Transfer transfer(
            long number,
            long debit,
            long credit,
            U128 amount,
            int asset,
            TransferFlags flags,
            long pendingId,
            long timestamp) {
        return new Transfer(
                id(number),
                id(debit),
                id(credit),
                amount,
                id(pendingId),
                ZERO,
                0,
                0,
                0,
                asset,
                (short) 1,
                flags,
                timestamp);
    }

    public static Transfer stamped(Transfer transfer, long timestamp) {
        return new Transfer(
                transfer.id(),
                transfer.debitAccountId(),
                transfer.creditAccountId(),
                transfer.amount(),
                transfer.pendingId(),
                transfer.userData128(),
                transfer.userData64(),
                transfer.userData32(),
                transfer.timeout(),
                transfer.ledger(),
                transfer.code(),
                transfer.flags(),
                timestamp);
    }

    public static List<TransferStatus> statuses(List<TransferResult> results) {
        return results.stream().map(TransferResult::status).toList();
    }
}
