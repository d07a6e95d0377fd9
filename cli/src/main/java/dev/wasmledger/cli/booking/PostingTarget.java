package dev.wasmledger.cli.booking;

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

/** What a book is posted to. Each command waits until it is carried out. */
interface PostingTarget {

    /** How many transfers go into one command, unless one transaction alone has more. */
    int commandTransfers();

    List<Asset> assets() throws IOException, QueryFailedException;

    List<AssetStatus> createAssets(List<Asset> assets, List<Metadata> metadata) throws IOException, StoppedException;

    List<AccountResult> createAccounts(List<Account> accounts, List<Metadata> metadata)
            throws IOException, StoppedException;

    TransferResults commit(List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata)
            throws IOException, StoppedException;
}
