package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Numbers.MAX;
import static dev.wasmledger.oracle.Numbers.ZERO;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountBalance;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFilterFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Event;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.QueryFilterFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What can be asked of the books: TigerBeetle's reference, account-filter and query-filter. Looks at everything. */
record Queries(Books books) {

    /** As many results as one answer of TigerBeetle's holds. */
    private static final int MOST = 8189;

    List<Transfer> accountTransfers(AccountFilter filter) {
        return page(filter)
                .of(books.committed.stream().filter(transfer -> matches(transfer, filter)), Transfer::timestamp);
    }

    List<AccountBalance> accountBalances(AccountFilter filter) {
        Account account = books.accounts.get(filter.accountId());
        if (account == null || !account.flags().contains(AccountFlags.HISTORY)) {
            return List.of();
        }
        Stream<AccountBalance> balances = books.events.stream()
                .filter(event -> event.kind() != EventKind.TWO_PHASE_EXPIRED)
                .filter(event -> matches(event.transfer(), filter))
                .map(event -> balance(event, filter.accountId()));
        return page(filter).of(balances, AccountBalance::timestamp);
    }

    private static AccountBalance balance(Event event, U128 id) {
        Account account = event.debitAccount().id().equals(id) ? event.debitAccount() : event.creditAccount();
        return new AccountBalance(
                event.timestamp(),
                account.debitsPending(),
                account.debitsPosted(),
                account.creditsPending(),
                account.creditsPosted());
    }

    private static Page page(AccountFilter filter) {
        boolean named = !filter.accountId().equals(ZERO) && !filter.accountId().equals(MAX);
        boolean sided = filter.flags().contains(AccountFilterFlags.DEBITS)
                || filter.flags().contains(AccountFilterFlags.CREDITS);
        boolean reversed = filter.flags().contains(AccountFilterFlags.REVERSED);
        return new Page(named && sided, filter.timestampMin(), filter.timestampMax(), filter.limit(), reversed);
    }

    private static boolean matches(Transfer transfer, AccountFilter filter) {
        boolean debits = filter.flags().contains(AccountFilterFlags.DEBITS)
                && transfer.debitAccountId().equals(filter.accountId());
        boolean credits = filter.flags().contains(AccountFilterFlags.CREDITS)
                && transfer.creditAccountId().equals(filter.accountId());
        return (debits || credits)
                && asked(filter.userData128(), transfer.userData128())
                && asked(filter.userData64(), transfer.userData64())
                && asked(filter.userData32(), transfer.userData32())
                && asked(filter.code(), transfer.code());
    }

    List<Account> queryAccounts(QueryFilter filter) {
        Stream<Account> accounts = books.opened.stream()
                .map(account -> Objects.requireNonNull(books.accounts.get(account.id())))
                .filter(account -> asked(filter.userData128(), account.userData128())
                        && asked(filter.userData64(), account.userData64())
                        && asked(filter.userData32(), account.userData32())
                        && asked(filter.ledger(), account.ledger())
                        && asked(filter.code(), account.code()));
        return page(filter).of(accounts, Account::timestamp);
    }

    List<Transfer> queryTransfers(QueryFilter filter) {
        Stream<Transfer> transfers = books.committed.stream()
                .filter(transfer -> asked(filter.userData128(), transfer.userData128())
                        && asked(filter.userData64(), transfer.userData64())
                        && asked(filter.userData32(), transfer.userData32())
                        && asked(filter.ledger(), transfer.ledger())
                        && asked(filter.code(), transfer.code()));
        return page(filter).of(transfers, Transfer::timestamp);
    }

    private static Page page(QueryFilter filter) {
        boolean reversed = filter.flags().contains(QueryFilterFlags.REVERSED);
        return new Page(true, filter.timestampMin(), filter.timestampMax(), filter.limit(), reversed);
    }

    List<Event> changeEvents(EventFilter filter) {
        return new Page(true, filter.timestampMin(), filter.timestampMax(), filter.limit(), false)
                .of(books.events.stream(), Event::timestamp);
    }

    Optional<Account> balanceAt(U128 id, long time) {
        Optional<Account> opened = books.opened.stream()
                .filter(account -> account.id().equals(id))
                .filter(account -> Long.compareUnsigned(account.timestamp(), time) <= 0)
                .findFirst();
        Optional<Account> changed = books.events.stream()
                .filter(event -> Long.compareUnsigned(event.timestamp(), time) <= 0)
                .sorted(Comparator.comparingLong(Event::timestamp))
                .flatMap(event -> Stream.of(event.debitAccount(), event.creditAccount()))
                .filter(account -> account.id().equals(id))
                .reduce((before, after) -> after);
        return opened.map(account -> changed.orElse(account));
    }

    private static boolean asked(U128 wanted, U128 value) {
        return wanted.equals(ZERO) || wanted.equals(value);
    }

    private static boolean asked(long wanted, long value) {
        return wanted == 0 || wanted == value;
    }

    /** What part of all that matches is the answer; nothing where the question breaks a rule. */
    private record Page(boolean valid, long timestampMin, long timestampMax, int limit, boolean reversed) {

        <T> List<T> of(Stream<T> found, ToLongFunction<T> time) {
            boolean ordered = timestampMax == 0 || timestampMin <= timestampMax;
            if (!valid || timestampMin < 0 || timestampMax < 0 || !ordered || limit == 0) {
                return List.of();
            }
            List<T> all = new ArrayList<>(found.filter(item -> time.applyAsLong(item) >= timestampMin)
                    .filter(item -> timestampMax == 0 || time.applyAsLong(item) <= timestampMax)
                    .sorted(Comparator.comparingLong(time))
                    .toList());
            List<T> answer = reversed ? all.reversed() : all;
            int most = Integer.compareUnsigned(limit, MOST) > 0 ? MOST : limit;
            return List.copyOf(answer.subList(0, Math.min(most, answer.size())));
        }
    }
}
