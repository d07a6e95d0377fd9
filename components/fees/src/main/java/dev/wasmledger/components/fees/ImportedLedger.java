package dev.wasmledger.components.fees;

import dev.wasmledger.components.fees.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.fees.bindings.wasmledger.ledger.ledger.LedgerImports;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.AccountBalanceList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.AccountResultList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.U128List;
import java.util.List;
import java.util.Optional;

/** What stands behind the program, and answers everything that the program does not. */
class ImportedLedger implements Ledger {

    @Override
    public List<AssetStatus> createAssets(List<Asset> assets, List<Metadata> metadata) {
        return LedgerImports.createAssets(assets, metadata);
    }

    @Override
    public AccountResultList createAccounts(AccountList accounts, List<Metadata> metadata) {
        return LedgerImports.createAccounts(accounts, metadata);
    }

    @Override
    public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
        return LedgerImports.commit(transfers, transactions, metadata);
    }

    @Override
    public int expire(int limit) {
        return LedgerImports.expire(limit);
    }

    @Override
    public boolean[] known(U128List ids) {
        return LedgerImports.known(ids);
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        return LedgerImports.lookupAccounts(ids);
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        return LedgerImports.lookupTransfers(ids);
    }

    @Override
    public List<Optional<PostedTransaction>> lookupTransactions(U128List ids) {
        return LedgerImports.lookupTransactions(ids);
    }

    @Override
    public List<List<Entry>> lookupMetadata(U128List ids) {
        return LedgerImports.lookupMetadata(ids);
    }

    @Override
    public List<Asset> assets() {
        return LedgerImports.assets();
    }

    @Override
    public TransferList accountTransfers(AccountFilter filter) {
        return LedgerImports.accountTransfers(filter);
    }

    @Override
    public AccountBalanceList accountBalances(AccountFilter filter) {
        return LedgerImports.accountBalances(filter);
    }

    @Override
    public AccountList queryAccounts(QueryFilter filter) {
        return LedgerImports.queryAccounts(filter);
    }

    @Override
    public TransferList queryTransfers(QueryFilter filter) {
        return LedgerImports.queryTransfers(filter);
    }

    @Override
    public EventList changeEvents(EventFilter filter) {
        return LedgerImports.changeEvents(filter);
    }

    @Override
    public List<Optional<Account>> balancesAt(U128List ids, long time) {
        return LedgerImports.balancesAt(ids, time);
    }
}
