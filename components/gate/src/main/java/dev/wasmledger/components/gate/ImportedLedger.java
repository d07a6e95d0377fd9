package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.gate.bindings.wasmledger.ledger.ledger.LedgerImports;
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

/** What stands behind the gate: another gate, or the engine. */
final class ImportedLedger implements Ledger {

    @Override
    public List<AssetOutcome> createAssets(List<Asset> assets, List<Metadata> metadata) {
        return LedgerImports.createAssets(assets, metadata);
    }

    @Override
    public List<AccountOutcome> createAccounts(AccountList accounts, List<Metadata> metadata) {
        return LedgerImports.createAccounts(accounts, metadata);
    }

    @Override
    public List<TransferOutcome> commit(TransferList transfers, List<Metadata> metadata) {
        return LedgerImports.commit(transfers, metadata);
    }

    @Override
    public List<Boolean> known(U128List ids) {
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
    public List<List<Entry>> lookupMetadata(U128List ids) {
        return LedgerImports.lookupMetadata(ids);
    }

    @Override
    public List<Asset> assets() {
        return LedgerImports.assets();
    }

    @Override
    public AccountList accounts(long after, int limit) {
        return LedgerImports.accounts(after, limit);
    }
}
