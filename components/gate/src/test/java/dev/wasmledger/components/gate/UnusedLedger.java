package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.U128List;
import java.util.List;
import java.util.Optional;

/** A ledger of which tests overwrite what they use. */
abstract class UnusedLedger implements Ledger {

    @Override
    public List<AssetOutcome> createAssets(List<Asset> assets, List<Metadata> metadata) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AccountOutcome> createAccounts(AccountList accounts, List<Metadata> metadata) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TransferOutcome> commit(TransferList transfers, List<Metadata> metadata) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Boolean> known(U128List ids) {
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
    public List<List<Entry>> lookupMetadata(U128List ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Asset> assets() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccountList accounts(long after, int limit) {
        throw new UnsupportedOperationException();
    }
}
