package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the host knows of accounts and assets by itself. It takes in each command with what the components made of it, and
 * refuses what does not follow from the books as they stand: a wrong component cannot corrupt them.
 *
 * <p>What was taken in belongs to the command at hand until {@link #keep} or {@link #drop}.
 */
public final class Books {

    private static final OrderedTable.Key FIRST = new OrderedTable.Key(0, 0, 0);
    private static final OrderedTable.Key LAST = new OrderedTable.Key(-1, -1, -1);

    /** Rows are what {@link AccountRow} says. */
    private final HashedTable accounts = new HashedTable(AccountRow.WIDTH);

    /** Sums of each asset over all accounts, in the places that an account's have. */
    private final HashedTable assets = new HashedTable(8);

    /** Pending transfers that are open; rows are what {@link PendingRow} says. */
    private final HashedTable pending = new HashedTable(PendingRow.WIDTH);

    /** At (when it expires, when it was committed), the id of a pending transfer. */
    private final OrderedTable expiries = new OrderedTable();

    private long lastTimestamp;
    private long timestamp;

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
     * Takes a command in.
     *
     * @param now the time that the command was given
     * @throws ContradictionException if the answer or the events contradict the command or the books
     */
    public void take(Command command, long now, Answer answer, List<Event> events) throws ContradictionException {
        if (now <= lastTimestamp) {
            throw new ContradictionException("time has not gone on: it is " + now + " after " + lastTimestamp);
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
                takeAccounts(create.accounts(), results, now);
            }
            case Answer.Transfers(var results)
            when command instanceof Command.Commit commit -> {
                new CommitCheck(commit.transfers(), results, events).run();
                takeEvents(events, now, false);
            }
            case Answer.Expired(int count)
            when command instanceof Command.Expire expire -> {
                expect(count, events.size(), "events of expired transfers");
                expect(expiredBy(now, expire.limit()), count, "transfers that have expired");
                takeEvents(events, now, true);
            }
            default -> throw new ContradictionException("the answer is to another kind of command");
        }
    }

    /** Makes what was taken in last part of the books. */
    public void keep() {
        accounts.keep();
        assets.keep();
        pending.keep();
        expiries.keep();
        lastTimestamp = timestamp;
    }

    /** Forgets what was taken in last. */
    public void drop() {
        accounts.drop();
        assets.drop();
        pending.drop();
        expiries.drop();
    }

    private void takeAssets(List<Asset> requests, List<AssetStatus> statuses) throws ContradictionException {
        expect(requests.size(), statuses.size(), "outcomes");
        long[] row = new long[8];
        for (int i = 0; i < requests.size(); i++) {
            long number = Integer.toUnsignedLong(requests.get(i).ledger());
            boolean known = assets.get(number, 0, row);
            switch (statuses.get(i)) {
                case CREATED -> {
                    refuse(known, "asset {} was created a second time", number);
                    assets.put(number, 0, new long[8]);
                }
                case EXISTS -> refuse(!known, "asset {} is said to exist, and does not", number);
                default -> {}
            }
        }
    }

    private void takeAccounts(List<Account> requests, List<AccountResult> results, long now)
            throws ContradictionException {
        expect(requests.size(), results.size(), "outcomes");
        for (int i = 0; i < requests.size(); i++) {
            takeAccount(requests.get(i), results.get(i), now);
        }
    }

    private void takeAccount(Account account, AccountResult result, long now) throws ContradictionException {
        U128 id = account.id();
        boolean known = accounts.get(id.low(), id.high(), new long[AccountRow.WIDTH]);
        if (result.status() == AccountStatus.EXISTS) {
            refuse(!known, "account {} is said to exist, and does not", id);
        }
        if (result.status() != AccountStatus.CREATED) {
            return;
        }
        refuse(known, "account {} was created a second time", id);
        refuse(
                !assets.get(Integer.toUnsignedLong(account.ledger()), 0, new long[8]),
                "account {} was created for an asset that does not exist",
                id);
        boolean imported = account.flags().contains(AccountFlags.IMPORTED);
        boolean timely = imported
                ? result.timestamp() == account.timestamp() && result.timestamp() < now
                : result.timestamp() >= now && result.timestamp() <= timestamp;
        refuse(!timely, "account {} is stamped {}, which is not its time", id, result.timestamp());
        accounts.put(id.low(), id.high(), AccountRow.of(account, result.timestamp()));
    }

    private void takeEvents(List<Event> events, long now, boolean expiring) throws ContradictionException {
        EventTaker taker = new EventTaker(accounts, assets, pending, expiries, now);
        for (Event event : events) {
            taker.take(event, expiring);
        }
        timestamp = Math.max(timestamp, taker.last());
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
            sums.get(AccountRow.ledger(row), 0, sum);
            for (int at = 0; at < sum.length; at += 2) {
                Numbers.add(sum, at, new U128(row[at], row[at + 1]));
            }
            sums.put(AccountRow.ledger(row), 0, sum);
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
        refuse(!unbalanced.isEmpty(), "debits and credits differ in assets {}", unbalanced);
    }

    private static void expect(int expected, int found, String what) throws ContradictionException {
        refuse(expected != found, "there are {} {} where {} were expected", found, what, expected);
    }

    /** Each {@code {}} of the message stands for one of the things that it is about. */
    static void refuse(boolean wrong, String message, Object... about) throws ContradictionException {
        if (wrong) {
            throw ContradictionException.about(message, about);
        }
    }
}
