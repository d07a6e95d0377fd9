package dev.wasmledger.benchmarks.transfers;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.util.List;
import java.util.Random;

/** Transfers between accounts drawn at random, each with a new id. */
final class Batches {

    static final int ACCOUNTS = 10_000;

    private static final int LEDGER = 1;
    private static final int GREATEST_AMOUNT = 1_000;

    private final Random random = new Random(42);
    private long lastId = ACCOUNTS;

    static List<Asset> assets() {
        return List.of(new Asset(LEDGER, (byte) 2, "USD"));
    }

    /** So many of the accounts, from one on. */
    static AccountList accounts(int from, int count) {
        AccountList.Builder accounts = AccountList.builder(count);
        U128 zero = new U128(0, 0);
        for (int i = from; i < from + count; i++) {
            accounts.add(new Account(
                    account(i), zero, zero, zero, zero, zero, 0, 0, LEDGER, (short) 1, AccountFlags.NONE, 0));
        }
        return accounts.build();
    }

    static U128 account(int index) {
        return new U128(index + 1L, 0);
    }

    TransferList next(int size) {
        TransferList.Builder batch = TransferList.builder(size);
        for (int i = 0; i < size; i++) {
            int debit = random.nextInt(ACCOUNTS);
            int credit = (debit + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            batch.add()
                    .idLow(++lastId)
                    .debitAccountIdLow(debit + 1L)
                    .creditAccountIdLow(credit + 1L)
                    .amountLow(1 + random.nextInt(GREATEST_AMOUNT))
                    .ledger(LEDGER)
                    .code((short) 1);
        }
        return batch.build();
    }
}
