package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.util.List;
import java.util.Optional;

/** Everything that the engine remembers from one call to the next. */
interface Books {

    /** The asset of that number. */
    Optional<Asset> asset(int ledger);

    /** All assets, by number. */
    List<Asset> assets();

    void add(Asset asset);

    Optional<Account> account(U128 id);

    /** At most {@code limit} accounts with a timestamp greater than {@code after}, in the order of their creation. */
    List<Account> accounts(long after, int limit);

    void add(Account account);

    /** Writes an account that is there already, with other balances. */
    void update(Account account);

    Optional<Transfer> transfer(U128 id);

    void add(Transfer transfer);

    /** The text that belongs to an id; empty where there is none. */
    List<Entry> metadata(U128 id);

    void addMetadata(U128 id, List<Entry> entries);
}
