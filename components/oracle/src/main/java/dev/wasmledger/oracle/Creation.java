package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Metadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A request to create accounts, with the text that belongs to them.
 *
 * @param times when each account that is created, or exists, was created
 */
record Creation(Books books, long now, List<Account> accounts, List<Metadata> metadata, Map<Integer, Long> times)
        implements Chains.Request<AccountStatus> {

    Creation(Books books, long now, List<Account> accounts, List<Metadata> metadata) {
        this(books, now, accounts, metadata, new HashMap<>());
    }

    List<AccountResult> carryOut() {
        List<AccountStatus> answers = new Chains<>(
                        books,
                        AccountStatus.CREATED,
                        AccountStatus.LINKED_EVENT_FAILED,
                        AccountStatus.LINKED_EVENT_CHAIN_OPEN)
                .carryOut(this);
        return IntStream.range(0, accounts.size())
                .mapToObj(item ->
                        new AccountResult(answers.get(item), stands(answers.get(item)) ? time(item) : now + item))
                .toList();
    }

    private long time(int item) {
        return Objects.requireNonNull(times.get(item));
    }

    private static boolean stands(AccountStatus status) {
        return status == AccountStatus.CREATED || status == AccountStatus.EXISTS;
    }

    @Override
    public int size() {
        return accounts.size();
    }

    @Override
    public boolean linked(int item) {
        return accounts.get(item).flags().contains(AccountFlags.LINKED);
    }

    @Override
    public AccountStatus decide(int item) {
        boolean importing = accounts.getFirst().flags().contains(AccountFlags.IMPORTED);
        Account account = accounts.get(item);
        AccountStatus status = new AccountRules(books, importing, now).create(account, now + item);
        if (stands(status)) {
            times.put(
                    item,
                    Objects.requireNonNull(books.accounts.get(account.id())).timestamp());
        }
        return status;
    }

    @Override
    public AccountStatus conclude(Chains.Chain chain) {
        accounts.subList(chain.first(), chain.last() + 1).forEach(account -> books.keepText(account.id(), metadata));
        return AccountStatus.CREATED;
    }

    @Override
    public void refused(int item, AccountStatus answer) {
        // An account's id is never used up.
    }
}
