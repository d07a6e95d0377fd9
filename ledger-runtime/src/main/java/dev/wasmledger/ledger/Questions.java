package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountBalanceList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128List;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the books can be asked. Each question waits for its answer: with an {@link IOException} where the ledger cannot go on, with
 * a {@link QueryFailedException} where a component fails; the books are then as they were.
 */
public interface Questions {

    /** Asks the head of the chain of components something; the question must not keep what it is given. */
    <T> T ask(Function<Ledger, T> question) throws IOException, QueryFailedException;

    /** Which of these ids are those of committed transfers, or were used up by failing. */
    default boolean[] known(List<U128> ids) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.known(U128List.copyOf(ids)));
    }

    /** The accounts with these ids, where there are any. */
    default List<Optional<Account>> lookupAccounts(List<U128> ids) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.lookupAccounts(U128List.copyOf(ids)));
    }

    /** The committed transfers with these ids, where there are any. */
    default List<Optional<Transfer>> lookupTransfers(List<U128> ids) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.lookupTransfers(U128List.copyOf(ids)));
    }

    /** The text that belongs to each of these ids; empty where there is none. */
    default List<List<Entry>> lookupMetadata(List<U128> ids) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.lookupMetadata(U128List.copyOf(ids)));
    }

    /** All assets, by number. */
    default List<Asset> assets() throws IOException, QueryFailedException {
        return ask(Ledger::assets);
    }

    /** The transactions with these ids, where there are any. */
    default List<Optional<PostedTransaction>> lookupTransactions(List<U128> ids)
            throws IOException, QueryFailedException {
        return ask(ledger -> ledger.lookupTransactions(U128List.copyOf(ids)));
    }

    /** The transfers of an account, by time. */
    default TransferList accountTransfers(AccountFilter filter) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.accountTransfers(filter));
    }

    /** The balances of an account with {@code history} after each of its transfers, by time. */
    default AccountBalanceList accountBalances(AccountFilter filter) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.accountBalances(filter));
    }

    /** Accounts, by the time of their creation. */
    default AccountList queryAccounts(QueryFilter filter) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.queryAccounts(filter));
    }

    /** Transfers, by time. */
    default TransferList queryTransfers(QueryFilter filter) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.queryTransfers(filter));
    }

    /** What happened, by time. */
    default EventList changeEvents(EventFilter filter) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.changeEvents(filter));
    }

    /**
     * The accounts with these ids as they were when everything up to a time had happened, those that there were by then.
     *
     * @param time nanoseconds since 1970-01-01T00:00:00Z
     */
    default List<Optional<Account>> balancesAt(List<U128> ids, long time) throws IOException, QueryFailedException {
        return ask(ledger -> ledger.balancesAt(U128List.copyOf(ids), time));
    }
}
