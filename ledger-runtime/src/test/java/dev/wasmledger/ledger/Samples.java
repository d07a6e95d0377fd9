package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;

/** Requests for tests. */
final class Samples {

    static final Asset CREDITS = new Asset(1, (byte) 0, "CREDITS");

    private static final U128 ZERO = new U128(0, 0);

    private Samples() {}

    static U128 id(long number) {
        return new U128(number, number * 31);
    }

    static Account account(long number) {
        return new Account(id(number), ZERO, ZERO, ZERO, CREDITS.ledger(), (short) 1000, AccountFlags.NONE, 0);
    }

    static Transfer transfer(long number, long debit, long credit, long amount) {
        return transfer(number, debit, credit, amount, TransferFlags.NONE);
    }

    static Transfer transfer(long number, long debit, long credit, long amount, TransferFlags flags) {
        return new Transfer(
                id(number), id(debit), id(credit), new U128(amount, 0), ZERO, CREDITS.ledger(), (short) 1, flags, 0);
    }
}
