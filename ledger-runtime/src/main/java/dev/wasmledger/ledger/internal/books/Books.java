package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.table.HashedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the host knows of accounts and assets by itself. It takes in each command with what the components made of it, and
 * refuses what does not follow from the books as they stand: a wrong component cannot corrupt them.
 *
 * <p>What was taken in belongs to the command at hand until {@link #keep} or {@link #drop}.
 */
public final class Books {

    /** A row holds debits and credits, then what {@link AccountRow} says. */
    private final HashedTable accounts = new HashedTable(8);

    private final HashedTable assets = new HashedTable(8);
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
            case Answer.Assets(var outcomes)
            when command instanceof Command.CreateAssets create -> {
                expect(0, events.size(), "events of created assets");
                takeAssets(create.assets(), outcomes);
            }
            case Answer.Accounts(var outcomes)
            when command instanceof Command.CreateAccounts create -> {
                expect(0, events.size(), "events of created accounts");
                takeAccounts(create.accounts(), outcomes);
            }
            case Answer.Transfers(var outcomes)
            when command instanceof Command.Commit commit -> {
                new CommitCheck(commit.transfers(), outcomes, events).run();
                takeEvents(events, now);
            }
            default -> throw new ContradictionException("the answer is to another kind of command");
        }
    }

    /** Makes what was taken in last part of the books. */
    public void keep() {
        accounts.keep();
        assets.keep();
        lastTimestamp = timestamp;
    }

    /** Forgets what was taken in last. */
    public void drop() {
        accounts.drop();
        assets.drop();
    }

    private void takeAssets(List<Asset> requests, List<AssetOutcome> outcomes) throws ContradictionException {
        expect(requests.size(), outcomes.size(), "outcomes");
        long[] row = new long[8];
        for (int i = 0; i < requests.size(); i++) {
            int number = requests.get(i).ledger();
            boolean known = assets.get(Integer.toUnsignedLong(number), 0, row);
            switch (outcomes.get(i)) {
                case AssetOutcome.Created() -> {
                    refuse(known, "asset {} was created a second time", Integer.toUnsignedLong(number));
                    assets.put(Integer.toUnsignedLong(number), 0, new long[8]);
                }
                case AssetOutcome.Exists() ->
                    refuse(!known, "asset {} is said to exist, and does not", Integer.toUnsignedLong(number));
                case AssetOutcome.Rejected ignored -> {}
            }
        }
    }

    private void takeAccounts(List<Account> requests, List<AccountOutcome> outcomes) throws ContradictionException {
        expect(requests.size(), outcomes.size(), "outcomes");
        long[] row = new long[8];
        for (int i = 0; i < requests.size(); i++) {
            Account account = requests.get(i);
            U128 id = account.id();
            boolean known = accounts.get(id.low(), id.high(), row);
            switch (outcomes.get(i)) {
                case AccountOutcome.Created() -> {
                    refuse(known, "account {} was created a second time", id);
                    refuse(
                            !assets.get(Integer.toUnsignedLong(account.ledger()), 0, row),
                            "account {} was created for an asset that does not exist",
                            id);
                    accounts.put(id.low(), id.high(), AccountRow.of(account));
                }
                case AccountOutcome.Exists() -> refuse(!known, "account {} is said to exist, and does not", id);
                case AccountOutcome.Rejected ignored -> {}
            }
        }
    }

    private void takeEvents(List<Event> events, long now) throws ContradictionException {
        long last = now - 1;
        for (Event event : events) {
            U128 transfer = event.transfer().id();
            long stamp = event.transfer().timestamp();
            refuse(stamp <= last, "transfer {} is stamped {}, which is not after what came before", transfer, stamp);
            last = stamp;
            U128 amount = event.transfer().amount();
            takeSide(event.debitAccount(), event.transfer().debitAccount(), event, AccountRow.DEBITS);
            takeSide(event.creditAccount(), event.transfer().creditAccount(), event, AccountRow.CREDITS);
            takeAsset(event.transfer().ledger(), amount);
        }
        timestamp = Math.max(timestamp, last);
    }

    /** One account of an event: the sum before plus the amount must be the sum that the event says. */
    private void takeSide(Account said, U128 id, Event event, int side) throws ContradictionException {
        U128 transfer = event.transfer().id();
        refuse(!said.id().equals(id), "transfer {} comes with another account than {}", transfer, id);
        long[] row = new long[8];
        refuse(
                !accounts.get(id.low(), id.high(), row),
                "transfer {} is on account {}, which does not exist",
                transfer,
                id);
        refuse(
                AccountRow.ledger(row)
                        != Integer.toUnsignedLong(event.transfer().ledger()),
                "transfer {} is of another asset than account {}",
                transfer,
                id);
        refuse(Numbers.add(row, side, event.transfer().amount()), "transfer {} overflows account {}", transfer, id);
        refuse(
                !AccountRow.says(row, said),
                "after transfer {}, account {} is not what the books make of it",
                transfer,
                id);
        refuse(AccountRow.breaksItsLimit(row), "transfer {} breaks the limit of account {}", transfer, id);
        accounts.put(id.low(), id.high(), row);
    }

    /** Debits and credits of an asset are summed apart from the accounts, modulo 2^128. */
    private void takeAsset(int number, U128 amount) throws ContradictionException {
        long[] row = new long[8];
        long ledger = Integer.toUnsignedLong(number);
        refuse(!assets.get(ledger, 0, row), "asset {} does not exist", ledger);
        Numbers.add(row, AccountRow.DEBITS, amount);
        Numbers.add(row, AccountRow.CREDITS, amount);
        assets.put(ledger, 0, row);
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
            Numbers.add(sum, AccountRow.DEBITS, new U128(row[AccountRow.DEBITS], row[AccountRow.DEBITS + 1]));
            Numbers.add(sum, AccountRow.CREDITS, new U128(row[AccountRow.CREDITS], row[AccountRow.CREDITS + 1]));
            sums.put(AccountRow.ledger(row), 0, sum);
        });
        List<Long> unbalanced = new ArrayList<>();
        assets.each((number, zero, total) -> {
            long[] sum = new long[8];
            sums.get(number, 0, sum);
            boolean balanced = Arrays.equals(sum, total)
                    && sum[AccountRow.DEBITS] == sum[AccountRow.CREDITS]
                    && sum[AccountRow.DEBITS + 1] == sum[AccountRow.CREDITS + 1];
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
