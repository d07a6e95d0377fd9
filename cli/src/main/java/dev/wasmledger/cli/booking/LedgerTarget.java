package dev.wasmledger.cli.booking;

import dev.wasmledger.cli.Limits;
import dev.wasmledger.ledger.CommandResult;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Posts in earnest. */
record LedgerTarget(Ledger ledger) implements PostingTarget {

    @Override
    public int commandTransfers() {
        return Limits.COMMAND_TRANSFERS;
    }

    @Override
    public List<Asset> assets() throws IOException, QueryFailedException {
        return ledger.assets();
    }

    @Override
    public List<AssetStatus> createAssets(List<Asset> assets, List<Metadata> metadata)
            throws IOException, StoppedException {
        return carried(ledger.createAssets(assets, metadata));
    }

    @Override
    public List<AccountResult> createAccounts(List<Account> accounts, List<Metadata> metadata)
            throws IOException, StoppedException {
        return carried(ledger.createAccounts(accounts, metadata));
    }

    @Override
    public TransferResults commit(List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata)
            throws IOException, StoppedException {
        return carried(ledger.commit(transfers, transactions, metadata));
    }

    private static <A> A carried(CompletableFuture<CommandResult<A>> command) throws IOException, StoppedException {
        return switch (awaited(command)) {
            case CommandResult.Carried<A> carried -> carried.answer();
            case CommandResult.Stopped<A> stopped -> throw new StoppedException(stopped.verdict());
        };
    }

    /** What the ledger answers; a log that cannot be written is thrown as what it is. */
    static <T> T awaited(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException notWritten) {
                throw notWritten;
            }
            throw failed;
        }
    }
}
