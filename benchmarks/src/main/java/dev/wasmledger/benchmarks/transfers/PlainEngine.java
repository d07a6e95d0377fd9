package dev.wasmledger.benchmarks.transfers;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.oracle.Oracle;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.util.List;

/** All of the engine's rules in plain Java, over hash maps, without a gate or a policy. */
final class PlainEngine implements Peer {

    private final Oracle oracle = new Oracle(() -> now(), events -> {});
    private long now = 1;

    PlainEngine() {
        oracle.createAssets(
                Batches.assets().stream()
                        .map(asset -> new Asset(asset.ledger(), asset.scale(), asset.code()))
                        .toList(),
                List.of());
        open(0, Batches.ACCOUNTS);
    }

    @Override
    public void open(int from, int count) {
        AccountList.Builder accounts = AccountList.builder(count);
        U128 zero = new U128(0, 0);
        for (var account : Batches.accounts(from, count)) {
            accounts.add(new Account(
                    new U128(account.id().low(), account.id().high()),
                    zero,
                    zero,
                    zero,
                    zero,
                    zero,
                    0,
                    0,
                    account.ledger(),
                    account.code(),
                    AccountFlags.NONE,
                    0));
        }
        oracle.createAccounts(accounts.build(), List.of());
        now += count;
    }

    private long now() {
        return now;
    }

    /** The same bytes in a list of the oracle's own. */
    @Override
    public Object prepare(TransferList batch) {
        var transfers = dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferList.builder(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            transfers
                    .add()
                    .idLow(batch.idLow(i))
                    .debitAccountIdLow(batch.debitAccountIdLow(i))
                    .creditAccountIdLow(batch.creditAccountIdLow(i))
                    .amountLow(batch.amountLow(i))
                    .ledger(batch.ledger(i))
                    .code(batch.code(i));
        }
        return transfers.build();
    }

    @Override
    public int commit(Object prepared) {
        var batch = (dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferList) prepared;
        TransferResultList results = oracle.commit(batch, List.of(), List.of()).results();
        now += batch.size();
        int created = 0;
        for (int i = 0; i < results.size(); i++) {
            created += results.status(i) == TransferStatus.CREATED ? 1 : 0;
        }
        return created;
    }
}
