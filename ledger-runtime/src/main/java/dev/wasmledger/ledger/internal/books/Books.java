package dev.wasmledger.ledger.internal.books;

import static dev.wasmledger.ledger.internal.books.ContradictionException.about;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;
import dev.wasmledger.ledger.internal.table.StoreComparison;
import dev.wasmledger.ledger.internal.table.StoreSnapshot;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiPredicate;

/**
 * The host's own view of the books. It takes in each command with what the components made of it, and refuses what does not
 * follow from the books as they stand: a wrong component cannot corrupt them.
 *
 * <p>Accounts and transfers are the rows of the engine's tables {@code accounts} and {@code transfers}, whose fields are part
 * of the contract. They are no second copy: what an engine writes there is held against what its events say before it is
 * kept, so what is kept can be relied on when the next command comes.
 *
 * <p>What was taken in belongs to the command at hand until {@link #keep} or {@link #drop}, and so do the tables' rows, which
 * their store keeps or drops.
 */
public final class Books {

    private static final OrderedTable.Key FIRST = new OrderedTable.Key(0, 0, 0);
    private static final OrderedTable.Key LAST = new OrderedTable.Key(-1, -1, -1);

    /** The instance whose tables they are. */
    private static final String ENGINE = "engine";
    /** Instead of an instance's name, for the host's own tables. */
    private static final String HOST = "";

    /** Rows are what {@link AccountRow} says. */
    private final HashedTable accounts;

    /** Rows are what {@link TransferRow} says. */
    private final HashedTable transfers;

    private final TableStore own = new TableStore();

    /** Sums of each asset over all accounts, in the places that an account's have. */
    private final HashedTable assets = (HashedTable) own.open(HOST, "assets", TableKind.HASHED8);

    /** At (when it expires, when it was committed), the id of a pending transfer. */
    private final OrderedTable expiries = (OrderedTable) own.open(HOST, "expiries", TableKind.ORDERED8);

    private long lastTimestamp;
    private long timestamp;

    /** @param tables of all components, the engine's among them */
    public Books(TableStore tables) {
        this.accounts = (HashedTable) tables.openDerived(ENGINE, "accounts", TableKind.HASHED16);
        this.transfers = (HashedTable) tables.openDerived(ENGINE, "transfers", TableKind.HASHED16);
    }

    /** How many accounts there are. */
    public int accountCount() {
        return accounts.size();
    }

    /** The greatest timestamp given to anything so far, in nanoseconds since 1970-01-01T00:00:00Z. */
    public long lastTimestamp() {
        return lastTimestamp;
    }

    /** When the next pending transfer expires, in nanoseconds since 1970-01-01T00:00:00Z. */
    public OptionalLong nextExpiry() {
        List<OrderedTable.Key> first = new ArrayList<>();
        expiries.scan(FIRST, LAST, 1, (key, page, at) -> first.add(key));
        return first.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(first.getFirst().low());
    }

    /** How many pending transfers will have expired by that time; more than {@code most} are not counted. */
    public int expiredBy(long time, int most) {
        int[] count = new int[1];
        expiries.scan(FIRST, new OrderedTable.Key(0, time, -1), most, (key, page, at) -> count[0]++);
        return count[0];
    }

    /**
     * Takes a command in that was just carried out: what the engine wrote must say the same as its events.
     *
     * @param now the time that the command was given
     * @param derived whether the host has made up an id, by its halves, for a component while the command was carried out
     * @throws ContradictionException if the answer, the events or the rows contradict each other, the command or the books
     */
    public void check(Command command, long now, Answer answer, EventList events, BiPredicate<Long, Long> derived)
            throws ContradictionException {
        CheckedRows rows = new CheckedRows(accounts, transfers);
        take(command, now, answer, events, rows);
        if (rows.usedUp() && command instanceof Command.Commit commit && answer instanceof Answer.Transfers given) {
            askForFailed(commit.transfers(), given.results().results(), rows);
        }
        rows.finish(derived);
    }

    private static void askForFailed(TransferList requests, TransferResultList results, CheckedRows rows) {
        for (int i = 0; i < requests.size(); i++) {
            if (results.status(i) != TransferStatus.CREATED) {
                rows.ask(requests.idLow(i), requests.idHigh(i));
            }
        }
    }

    /**
     * Takes a command in that was carried out some time: the engine's rows of accounts and transfers are written as its
     * events say.
     *
     * @throws ContradictionException if the answer or the events contradict each other, the command or the books
     */
    public void fold(Command command, long now, Answer answer, EventList events) throws ContradictionException {
        take(command, now, answer, events, new FoldedRows(accounts, transfers));
    }

    private void take(Command command, long now, Answer answer, EventList events, EventRows rows)
            throws ContradictionException {
        if (now <= lastTimestamp) {
            throw about("time has not gone on: it is {} after {}", now, lastTimestamp);
        }
        timestamp = now + Math.max(command.items(), 1) - 1;
        switch (answer) {
            case Answer.Stopped ignored -> expect(0, events.size(), "events of a stopped command");
            case Answer.Assets(var statuses)
            when command instanceof Command.CreateAssets create -> {
                expect(0, events.size(), "events of created assets");
                takeAssets(create.assets(), statuses);
            }
            case Answer.Accounts(var results)
            when command instanceof Command.CreateAccounts create -> {
                expect(0, events.size(), "events of created accounts");
                takeAccounts(create.accounts(), results, now, rows);
            }
            case Answer.Transfers(var results)
            when command instanceof Command.Commit commit -> {
                new CommitCheck(commit.transfers(), results.results(), results.vetoes(), events).run();
                takeEvents(events, now, false, rows);
            }
            case Answer.Expired(int count)
            when command instanceof Command.Expire expire -> {
                expect(count, events.size(), "events of expired transfers");
                expect(expiredBy(now, expire.limit()), count, "transfers that have expired");
                takeEvents(events, now, true, rows);
            }
            default -> throw about("the answer is to another kind of command");
        }
    }

    /** Makes what was taken in last part of the books. */
    public void keep() {
        own.keep();
        lastTimestamp = timestamp;
    }

    /** Forgets what was taken in last. */
    public void drop() {
        own.drop();
    }

    /** Keeps the host's own tables as they are for a thread that writes them down. Between two commands only. */
    public StoreSnapshot snapshot() {
        return own.snapshot();
    }

    /** Takes in a section of a {@link #snapshot}. */
    public void load(ByteSource section) {
        own.load(section);
    }

    /** Says what {@link #lastTimestamp} was when the snapshot was taken that was loaded. */
    public void load(long lastTimestampThen) {
        lastTimestamp = lastTimestampThen;
    }

    /** Begins to hold a snapshot against the host's own tables. */
    public StoreComparison compare() {
        return own.compare();
    }

    private void takeAssets(List<Asset> requests, List<AssetStatus> statuses) throws ContradictionException {
        expect(requests.size(), statuses.size(), "outcomes");
        long[] row = new long[8];
        for (int i = 0; i < requests.size(); i++) {
            long number = Integer.toUnsignedLong(requests.get(i).ledger());
            boolean known = assets.get(number, 0, row);
            switch (statuses.get(i)) {
                case CREATED -> {
                    if (known) {
                        throw about("asset {} was created a second time", number);
                    }
                    assets.put(number, 0, new long[8]);
                }
                case EXISTS -> {
                    if (!known) {
                        throw about("asset {} is said to exist, and does not", number);
                    }
                }
                default -> {}
            }
        }
    }

    private void takeAccounts(List<Account> requests, List<AccountResult> results, long now, EventRows rows)
            throws ContradictionException {
        expect(requests.size(), results.size(), "outcomes");
        for (int i = 0; i < requests.size(); i++) {
            takeAccount(requests.get(i), results.get(i), now, rows);
        }
    }

    private void takeAccount(Account account, AccountResult result, long now, EventRows rows)
            throws ContradictionException {
        boolean known = rows.hasAccount(account.id().low(), account.id().high());
        if (result.status() == AccountStatus.EXISTS && !known) {
            throw about("account {} is said to exist, and does not", account.id());
        }
        if (result.status() != AccountStatus.CREATED) {
            return;
        }
        if (known) {
            throw about("account {} was created a second time", account.id());
        }
        if (assets.find(Integer.toUnsignedLong(account.ledger()), 0) == HashedTable.NONE) {
            throw about("account {} was created for an asset that does not exist", account.id());
        }
        boolean imported = account.flags().contains(AccountFlags.IMPORTED);
        boolean timely = imported
                ? result.timestamp() == account.timestamp() && result.timestamp() < now
                : result.timestamp() >= now && result.timestamp() <= timestamp;
        if (!timely) {
            throw about("account {} is stamped {}, which is not its time", account.id(), result.timestamp());
        }
        rows.create(account, result.timestamp());
    }

    private void takeEvents(EventList events, long now, boolean expiring, EventRows rows)
            throws ContradictionException {
        EventTaker taker = new EventTaker(events, rows, new AssetSums(assets), expiries, now);
        timestamp = Math.max(timestamp, taker.run(expiring));
    }

    /**
     * Sums all accounts up and compares: for each asset, debits equal credits, and both equal what was ever moved.
     *
     * @throws ContradictionException if they do not
     */
    public void checkBalance() throws ContradictionException {
        HashedTable sums = new HashedTable(8);
        accounts.each((low, high, row) -> {
            long[] sum = new long[8];
            long asset = Integer.toUnsignedLong(AccountRow.ledger(row, 0));
            sums.get(asset, 0, sum);
            for (int at = 0; at < sum.length; at += 2) {
                Numbers.add(sum, at, row[at], row[at + 1]);
            }
            sums.put(asset, 0, sum);
        });
        List<Long> unbalanced = new ArrayList<>();
        assets.each((number, zero, total) -> {
            long[] sum = new long[8];
            sums.get(number, 0, sum);
            boolean balanced = Arrays.equals(sum, total)
                    && Arrays.equals(sum, AccountRow.DEBITS_PENDING, 4, sum, AccountRow.CREDITS_PENDING, sum.length);
            if (!balanced) {
                unbalanced.add(number);
            }
        });
        if (!unbalanced.isEmpty()) {
            throw about("debits and credits differ in assets {}", unbalanced);
        }
    }

    private static void expect(int expected, int found, String what) throws ContradictionException {
        if (expected != found) {
            throw about("there are {} {} where {} were expected", found, what, expected);
        }
    }
}
