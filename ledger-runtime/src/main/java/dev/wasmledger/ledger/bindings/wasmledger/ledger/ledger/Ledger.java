package dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.util.List;
import java.util.Optional;

public interface Ledger {
    List<AssetOutcome> createAssets(List<Asset> assets, List<Metadata> metadata);

    List<AccountOutcome> createAccounts(List<Account> accounts, List<Metadata> metadata);

    List<TransferOutcome> commit(List<Transfer> transfers, List<Metadata> metadata);

    List<Boolean> known(List<U128> ids);

    List<Optional<Account>> lookupAccounts(List<U128> ids);

    List<Optional<Transfer>> lookupTransfers(List<U128> ids);

    List<List<Entry>> lookupMetadata(List<U128> ids);

    List<Asset> assets();

    List<Account> accounts(long after, int limit);
}
