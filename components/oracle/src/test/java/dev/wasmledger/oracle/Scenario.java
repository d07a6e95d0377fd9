package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Dice.MAX;
import static dev.wasmledger.oracle.Dice.ZERO;
import static dev.wasmledger.oracle.Dice.number;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFilterFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.QueryFilterFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The life of a ledger: what is asked of it and when, all of it from one seed; at the end, everything is looked at. */
final class Scenario {

    private static final long SECOND = 1_000_000_000;
    private static final U128 FAR_ACCOUNT = new U128(3, Long.MIN_VALUE);
    private static final List<AccountFlags> ACCOUNT_FLAGS = List.of(
            AccountFlags.NONE,
            AccountFlags.NONE,
            AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS,
            AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS,
            AccountFlags.HISTORY,
            AccountFlags.HISTORY.with(AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS));

    private final Dice dice;
    private final int pace;
    private final TransferMaker maker;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<U128, List<Transfer>> transactions = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private long now;
    private long before;
    private long nextTransaction = 500;

    private Scenario(long seed, int pace) {
        this.pace = pace;
        dice = new Dice(seed);
        maker = new TransferMaker(dice, dice.oneIn(2), accounts);
        // Some end close to the end of time, where timeouts overflow.
        now = pace == 1 && dice.oneIn(6) ? Long.MAX_VALUE - 400 * SECOND - 2 : 1_000 * SECOND;
        before = now;
    }

    /** Steps with about so many operations. */
    static List<Step> of(long seed, int operations) {
        return of(seed, operations, 1);
    }

    /**
     * The same over a longer time.
     *
     * @param pace how many times as long the longer pauses are, which are of some seconds
     */
    static List<Step> of(long seed, int operations, int pace) {
        Scenario scenario = new Scenario(seed, pace);
        scenario.open();
        int done = 0;
        while (done < operations && scenario.now < Long.MAX_VALUE - 10 * SECOND) {
            Command command = scenario.next();
            scenario.add(command);
            done += command.size();
        }
        scenario.lookAtEverything();
        return scenario.steps;
    }

    private void add(Command command) {
        steps.add(new Step(now, command));
        before = now;
        // Each expiry has a nanosecond of its own, as each item of another command.
        long least = command instanceof Command.Expire(int limit) ? limit + 1L : command.size() + 1L;
        now += dice.oneIn(3) ? SECOND : dice.oneIn(3) ? least + dice.below(1_000) : least;
        if (dice.oneIn(12)) {
            now += (1 + dice.below(4)) * SECOND * pace;
        }
    }

    private void open() {
        add(new Command.CreateAssets(
                List.of(new Asset(1, (byte) 2, "USD"), new Asset(2, (byte) 0, "JPY"), new Asset(-1, (byte) 38, "MAX")),
                List.of()));
        List<Account> first = IntStream.range(0, 8)
                .mapToObj(i -> account(i == 7 ? FAR_ACCOUNT : number(10 + i), 1 + i % 2))
                .toList();
        add(new Command.CreateAccounts(first, List.of()));
    }

    private Account account(U128 id, int ledger) {
        Account account = new Account(
                id,
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                dice.userData128(),
                dice.userData(),
                dice.userData(),
                ledger,
                (short) (1 + dice.below(2)),
                dice.of(ACCOUNT_FLAGS),
                0);
        accounts.add(account);
        return account;
    }

    private Command next() {
        return switch (dice.below(24)) {
            case 0 -> new Command.CreateAssets(assets(), text(List.of(number(1), number(3))));
            case 1, 2 -> createAccounts();
            case 3, 4 -> new Command.Expire(dice.oneIn(3) ? dice.below(3) : 100);
            case 5 -> new Command.LookUp(Stream.generate(this::anyId).limit(4).toList());
            case 6 -> new Command.OfAccount(accountFilter());
            case 7 -> new Command.Query(queryFilter());
            case 8 -> changes();
            case 9 -> new Command.BalancesAt(List.of(dice.of(accounts).id(), number(77)), time());
            default -> commit();
        };
    }

    private List<Asset> assets() {
        return List.of(
                new Asset(
                        dice.below(5),
                        dice.of(List.of((byte) 0, (byte) 2, (byte) 38, (byte) 39, (byte) -1)),
                        dice.of(List.of("USD", "", "EUR"))),
                new Asset(1, (byte) 2, "USD"));
    }

    private Command createAccounts() {
        List<Account> wanted = IntStream.range(0, 1 + dice.below(4))
                .mapToObj(i -> dice.oneIn(2) ? new AccountFields(dice.of(accounts)).changed(dice) : newAccount())
                .toList();
        boolean imports = dice.oneIn(4);
        List<Account> linked = IntStream.range(0, wanted.size())
                .mapToObj(i -> {
                    Account account = wanted.get(i);
                    boolean last = i == wanted.size() - 1;
                    if (dice.oneIn(last ? 15 : 4)) {
                        account = new AccountFields(account).with(AccountFlags.LINKED);
                    }
                    return imports && !dice.oneIn(20)
                            ? new AccountFields(account).with(AccountFlags.IMPORTED, importTime(i))
                            : account;
                })
                .toList();
        return new Command.CreateAccounts(
                linked, text(linked.stream().map(Account::id).toList()));
    }

    private Account newAccount() {
        return account(number(10 + accounts.size()), dice.oneIn(10) ? 3 : 1 + dice.below(2));
    }

    private Command commit() {
        List<Transaction> headers = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        int size = dice.oneIn(10) ? 40 : 1 + dice.below(12);
        while (transfers.size() < size) {
            if (dice.oneIn(10)) {
                addTransaction(transfers, headers);
            } else {
                Transfer transfer = maker.next();
                transfers.add(dice.oneIn(8) ? with(transfer, TransferFlags.LINKED) : transfer);
            }
        }
        if (!dice.oneIn(15)) {
            Transfer last = transfers.removeLast();
            transfers.add(new TransferFields(last)
                    .flags(last.flags().without(TransferFlags.LINKED))
                    .transfer());
        }
        boolean imports = dice.oneIn(steps.getLast().command() instanceof Command.CreateAccounts ? 3 : 12);
        List<Transfer> all = IntStream.range(0, transfers.size())
                .mapToObj(i -> imports && !dice.oneIn(20) ? imported(transfers.get(i), i) : transfers.get(i))
                .toList();
        return new Command.Commit(
                all, headers, text(all.stream().map(Transfer::id).toList()));
    }

    private void addTransaction(List<Transfer> transfers, List<Transaction> headers) {
        U128 id = dice.oneIn(8) ? dice.boundary() : number(dice.oneIn(6) ? 500 : nextTransaction++);
        U128 reverts =
                dice.oneIn(2) || transactions.isEmpty() ? ZERO : number(500 + dice.below((int) nextTransaction - 499));
        List<Transfer> reverted = transactions.getOrDefault(reverts, List.of());
        List<Transfer> members = reverted.isEmpty()
                ? Stream.generate(maker::next).limit(1 + dice.below(3)).toList()
                : reverted.stream().map(of -> maker.reverse(of, id)).toList();
        for (int i = 0; i < members.size(); i++) {
            Transfer member = dice.oneIn(12)
                    ? members.get(i)
                    : new TransferFields(members.get(i)).userData128(id).transfer();
            transfers.add(i == members.size() - 1 ? member : with(member, TransferFlags.LINKED));
        }
        headers.add(new Transaction(
                id,
                dice.below(20_000),
                reverts,
                "R" + id.low(),
                dice.oneIn(2) ? List.of() : List.of(new Entry("k", "v" + id.low()))));
        transactions.put(id, members);
    }

    private static Transfer with(Transfer transfer, TransferFlags flag) {
        return new TransferFields(transfer).flags(transfer.flags().with(flag)).transfer();
    }

    private Transfer imported(Transfer transfer, int item) {
        return new TransferFields(transfer)
                .flags(transfer.flags().with(TransferFlags.IMPORTED))
                .timestamp(importTime(item))
                .timeout(dice.oneIn(4) ? transfer.timeout() : 0)
                .transfer();
    }

    /** Mostly after what was there before and in the past, and later than the item before. */
    private long importTime(int item) {
        if (dice.oneIn(12)) {
            return dice.of(List.of(0L, 1L, now - 1, now, now + 1, Long.MAX_VALUE, Long.MIN_VALUE, -1L));
        }
        if (dice.oneIn(5)) {
            return before - 8 + dice.below(12);
        }
        return before + 45 + (now - before) / 64 * item;
    }

    private List<Metadata> text(List<U128> ids) {
        if (!dice.oneIn(4)) {
            return List.of();
        }
        return IntStream.range(0, 1 + dice.below(2))
                .mapToObj(i -> new Metadata(
                        dice.of(ids), dice.oneIn(4) ? List.of() : List.of(new Entry("note", "text " + dice.below(9)))))
                .toList();
    }

    private U128 anyId() {
        return switch (dice.below(4)) {
            case 0 -> dice.of(accounts).id();
            case 1 -> number(500 + dice.below((int) nextTransaction - 499));
            case 2 -> dice.boundary();
            default -> maker.someId();
        };
    }

    private long time() {
        return switch (dice.below(6)) {
            case 0 -> dice.of(List.of(1L, now, Long.MAX_VALUE, Long.MIN_VALUE, -1L));
            case 1, 2 -> dice.of(steps).now() + dice.below(10);
            default -> 0;
        };
    }

    private int limit() {
        return dice.of(List.of(0, 1, 2, 10, 100, 8_189, 8_190, -1));
    }

    private Command changes() {
        long first = time();
        return new Command.Changes(new EventFilter(first, lastTime(first), limit()));
    }

    private long lastTime(long first) {
        return dice.oneIn(4) ? first : time();
    }

    private AccountFilter accountFilter() {
        long first = time();
        return new AccountFilter(
                dice.oneIn(10) ? dice.boundary() : dice.of(accounts).id(),
                dice.oneIn(4) ? dice.userData128() : ZERO,
                dice.oneIn(4) ? dice.userData() : 0,
                dice.oneIn(4) ? dice.userData() : 0,
                (short) (dice.oneIn(4) ? dice.below(3) : 0),
                first,
                lastTime(first),
                limit(),
                new AccountFilterFlags(dice.below(8)));
    }

    private QueryFilter queryFilter() {
        long first = time();
        return new QueryFilter(
                dice.oneIn(3) ? dice.userData128() : ZERO,
                dice.oneIn(3) ? dice.userData() : 0,
                dice.oneIn(3) ? dice.userData() : 0,
                dice.oneIn(3) ? dice.below(3) : 0,
                (short) (dice.oneIn(3) ? dice.below(3) : 0),
                first,
                lastTime(first),
                limit(),
                dice.oneIn(2) ? QueryFilterFlags.REVERSED : QueryFilterFlags.NONE);
    }

    /** Every account, transfer, transaction and text, every list of them, and the balances at some times. */
    private void lookAtEverything() {
        List<U128> ids = Stream.of(
                        accounts.stream().map(Account::id),
                        maker.sent().stream().map(Transfer::id),
                        transactions.keySet().stream(),
                        Stream.of(ZERO, number(1), number(2), number(3), MAX))
                .flatMap(all -> all)
                .distinct()
                .toList();
        add(new Command.LookUp(ids));
        add(new Command.Changes(new EventFilter(0, 0, -1)));
        add(new Command.Query(new QueryFilter(ZERO, 0, 0, 0, (short) 0, 0, 0, -1, QueryFilterFlags.NONE)));
        AccountFilterFlags sides = AccountFilterFlags.DEBITS.with(AccountFilterFlags.CREDITS);
        List<U128> accountIds = accounts.stream().map(Account::id).distinct().toList();
        for (U128 id : accountIds) {
            add(new Command.OfAccount(new AccountFilter(id, ZERO, 0, 0, (short) 0, 0, 0, -1, sides)));
        }
        for (int i = 1; i <= 4; i++) {
            add(new Command.BalancesAt(
                    accountIds, steps.get(steps.size() * i / 5).now() + 1));
        }
    }
}
