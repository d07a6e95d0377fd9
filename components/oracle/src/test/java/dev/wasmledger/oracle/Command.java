package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be asked of a ledger. */
sealed interface Command {

    /** Gives the ledger's answer. */
    Object carryOut(Ledger ledger);

    /** How many operations it counts as. */
    int size();

    /** The command without one of its items, for each of them. */
    default List<Command> smaller() {
        return List.of();
    }

    private static <T> List<Command> withoutOne(List<T> items, Function<List<T>, Command> command) {
        return IntStream.range(0, items.size())
                .mapToObj(item -> {
                    List<T> others = new ArrayList<>(items);
                    others.remove(item);
                    return command.apply(others);
                })
                .toList();
    }

    record CreateAssets(List<Asset> assets, List<Metadata> metadata) implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            return ledger.createAssets(assets, metadata);
        }

        @Override
        public int size() {
            return assets.size();
        }

        @Override
        public List<Command> smaller() {
            return withoutOne(assets, others -> new CreateAssets(others, metadata));
        }
    }

    record CreateAccounts(List<Account> accounts, List<Metadata> metadata) implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            return ledger.createAccounts(AccountList.copyOf(accounts), metadata);
        }

        @Override
        public int size() {
            return accounts.size();
        }

        @Override
        public List<Command> smaller() {
            return withoutOne(accounts, others -> new CreateAccounts(others, metadata));
        }
    }

    record Commit(List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata)
            implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            return ledger.commit(TransferList.copyOf(transfers), transactions, metadata);
        }

        @Override
        public int size() {
            return transfers.size();
        }

        @Override
        public List<Command> smaller() {
            return Stream.of(
                            withoutOne(transfers, others -> new Commit(others, transactions, metadata)),
                            withoutOne(transactions, others -> new Commit(transfers, others, metadata)),
                            withoutOne(metadata, others -> new Commit(transfers, transactions, others)))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    record Expire(int limit) implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            return ledger.expire(limit);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** All look-ups by id. */
    record LookUp(List<U128> ids) implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            U128List list = U128List.copyOf(ids);
            return List.of(
                    Arrays.toString(ledger.known(list)),
                    ledger.lookupAccounts(list),
                    ledger.lookupTransfers(list),
                    ledger.lookupTransactions(list),
                    ledger.lookupMetadata(list),
                    ledger.assets());
        }

        @Override
        public int size() {
            return ids.size();
        }

        @Override
        public List<Command> smaller() {
            return withoutOne(ids, LookUp::new);
        }
    }

    record OfAccount(AccountFilter filter) implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            return List.of(ledger.accountTransfers(filter), ledger.accountBalances(filter));
        }

        @Override
        public int size() {
            return 2;
        }
    }

    record Query(QueryFilter filter) implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            return List.of(ledger.queryAccounts(filter), ledger.queryTransfers(filter));
        }

        @Override
        public int size() {
            return 2;
        }
    }

    record Changes(EventFilter filter) implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            return ledger.changeEvents(filter);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    record BalancesAt(List<U128> ids, long time) implements Command {
        @Override
        public Object carryOut(Ledger ledger) {
            return ledger.balancesAt(U128List.copyOf(ids), time);
        }

        @Override
        public int size() {
            return ids.size();
        }

        @Override
        public List<Command> smaller() {
            return withoutOne(ids, others -> new BalancesAt(others, time));
        }
    }
}
