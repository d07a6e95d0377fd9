package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountBalanceList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountResultList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.U128List;
import java.util.List;
import java.util.Optional;

/** A ledger of which tests overwrite what they use. */
abstract class UnusedLedger implements Ledger {

    @Override
    public List<AssetStatus> createAssets(List<Asset> assets, List<Metadata> metadata) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccountResultList createAccounts(AccountList accounts, List<Metadata> metadata) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int expire(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean[] known(U128List ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Optional<PostedTransaction>> lookupTransactions(U128List ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<List<Entry>> lookupMetadata(U128List ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Asset> assets() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TransferList accountTransfers(AccountFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccountBalanceList accountBalances(AccountFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccountList queryAccounts(QueryFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TransferList queryTransfers(QueryFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventList changeEvents(EventFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Optional<Account>> balancesAt(U128List ids, long time) {
        throw new UnsupportedOperationException();
    }
}
