package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.settings.Configured;
import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.components.spendinglimit.Spendings.Reservation;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.setup.Setup;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The interfaces {@code policy} and {@code setup}. What accounts have spent is written when it is settled, that is, only what was committed
 * counts; within a batch, transfers that were let through count for those behind them. A pending transfer counts from when
 * it is committed; what a post leaves over, a void, and an expiry give back what it counted for.
 */
public final class SpendingLimit implements Policy, Setup {

    private static final int PENDING = TransferFlags.PENDING.bits();
    private static final int POSTS = TransferFlags.POST_PENDING_TRANSFER.bits();
    private static final int SETTLES = POSTS | TransferFlags.VOID_PENDING_TRANSFER.bits();

    /** Of a transfer, that it counts for no account. */
    private static final int NONE = -1;

    /** No time of a command. */
    private static final long NEVER = 0;

    private final Spendings spendings;
    private final LongSupplier clock;
    private final Configured<Rule> rule;

    /** Accounts and transfers of the batch at hand. */
    private final Accounts accounts = new Accounts();

    private final Passed passed = new Passed();

    /** Of each transfer of the batch, the number of the account that it counts for, or {@link #NONE}. */
    private int[] counted = new int[0];

    /** How many transfers the batch has. */
    private int size;

    /**
     * The time of the command in which the batch was judged, until a batch is settled: so long, what was read of the accounts is
     * what the tables say, as nobody else writes them.
     */
    private long judgedAt = NEVER;

    /** The policy as a component. */
    public SpendingLimit() {
        this(new StateSpendings(), Clock::now, Config::get);
    }

    SpendingLimit(Spendings spendings, LongSupplier clock, Function<String, Optional<String>> config) {
        this.spendings = spendings;
        this.clock = clock;
        this.rule = new Configured<>(config, Rule::read);
    }

    @Override
    public List<Problem> checkConfig() {
        return Problems.of(rule.settings());
    }

    @Override
    public List<Objection> check(TransferList transfers) {
        Settings settings = rule.settings();
        if (settings.mistakes().isEmpty()) {
            return check(transfers, rule.get());
        }
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            objections.add(new Objection(i, settings.summary()));
        }
        return objections;
    }

    @Override
    public void settled(TransferList transfers, TransferResultList results) {
        // With a config that cannot be used, every transfer was vetoed: nothing was spent.
        if (rule.settings().mistakes().isEmpty()) {
            settle(transfers, results, rule.get());
        }
    }

    private List<Objection> check(TransferList transfers, Rule rule) {
        long now = clock.getAsLong();
        begin(transfers.size());
        count(transfers, rule);
        spendings.read(accounts, rule.period().number(now), now);
        judgedAt = now;
        return judge(transfers, rule);
    }

    private void begin(int transfers) {
        size = transfers;
        accounts.begin(size);
        if (counted.length < size) {
            counted = new int[size];
        }
    }

    private void count(TransferList transfers, Rule rule) {
        int[] numbers = counted;
        for (int i = 0; i < size; i++) {
            numbers[i] = spends(transfers, i, rule) ? account(transfers, i) : NONE;
        }
    }

    private List<Objection> judge(TransferList transfers, Rule rule) {
        int[] numbers = counted;
        long limitLow = rule.limit().low();
        long limitHigh = rule.limit().high();
        passed.begin(size);
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int account = numbers[i];
            if (account != NONE && !passes(transfers, i, account, limitLow, limitHigh)) {
                objections.add(new Objection(i, reason(transfers, i, account, rule)));
            }
        }
        return objections;
    }

    private boolean passes(TransferList transfers, int index, int account, long limitLow, long limitHigh) {
        // Of a transfer that comes twice, one will be committed at most.
        if (!passed.isHighest(transfers.idLow(index), transfers.idHigh(index)) && passed.contains(transfers, index)) {
            return true;
        }
        boolean fits =
                accounts.pass(account, transfers.amountLow(index), transfers.amountHigh(index), limitLow, limitHigh);
        if (fits) {
            passed.add(index);
        }
        return fits;
    }

    private String reason(TransferList transfers, int index, int account, Rule rule) {
        return accounts.judged(account) + " spent of " + rule.limit() + " in this " + rule.period() + "; "
                + amount(transfers, index) + " more is over the limit";
    }

    private void settle(TransferList transfers, TransferResultList results, Rule rule) {
        long now = clock.getAsLong();
        long period = rule.period().number(now);
        boolean read = judgedAt == now && size == transfers.size() && isJudged(transfers, results, rule);
        judgedAt = NEVER;
        if (!read) {
            begin(transfers.size());
            countCommitted(transfers, results, rule);
            spendings.read(accounts, period, now);
        }
        spend(transfers, results, period);
        spendings.write(accounts, period, now);
    }

    /** Whether these transfers count for the accounts that they were judged by; those that were not committed do so no more. */
    private boolean isJudged(TransferList transfers, TransferResultList results, Rule rule) {
        int[] numbers = counted;
        for (int i = 0; i < size; i++) {
            int account = numbers[i];
            boolean spends = spends(transfers, i, rule);
            if (results.status(i) != TransferStatus.CREATED) {
                numbers[i] = NONE;
            } else if (spends != (account != NONE)
                    || settles(transfers, i)
                    || (spends && !isDebited(account, transfers, i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isDebited(int account, TransferList transfers, int index) {
        return accounts.idLow(account) == transfers.debitAccountIdLow(index)
                && accounts.idHigh(account) == transfers.debitAccountIdHigh(index);
    }

    private void countCommitted(TransferList transfers, TransferResultList results, Rule rule) {
        int[] numbers = counted;
        for (int i = 0; i < size; i++) {
            boolean counts = results.status(i) == TransferStatus.CREATED
                    && (settles(transfers, i) || spends(transfers, i, rule));
            numbers[i] = counts ? account(transfers, i) : NONE;
        }
    }

    private void spend(TransferList transfers, TransferResultList results, long period) {
        int[] numbers = counted;
        for (int i = 0; i < size; i++) {
            int account = numbers[i];
            if (account != NONE) {
                if (settles(transfers, i)) {
                    release(transfers, i, account, period);
                } else {
                    accounts.spend(account, transfers.amountLow(i), transfers.amountHigh(i));
                    if ((transfers.flagsBits(i) & PENDING) != 0) {
                        reserve(transfers, i, account, results.timestamp(i), period);
                    }
                }
            }
        }
    }

    private void reserve(TransferList transfers, int index, int account, long timestamp, long period) {
        long expiry = expiry(timestamp, transfers.timeout(index));
        spendings.reserve(
                transfers.id(index),
                new Reservation(transfers.debitAccountId(index), period, amount(transfers, index), expiry));
        accounts.willExpire(account, expiry);
    }

    /** What a settled transfer did not move is free again, if it counted for the period that it is now. */
    private void release(TransferList transfers, int index, int account, long period) {
        Optional<Reservation> reserved = spendings.settle(transfers.pendingId(index));
        if (reserved.isEmpty() || reserved.get().period() != period) {
            return;
        }
        boolean posts = (transfers.flagsBits(index) & POSTS) != 0;
        UInt128 moved = posts ? amount(transfers, index) : UInt128.ZERO;
        UInt128 free = minus(reserved.get().amount(), moved);
        accounts.takeOff(account, free.low(), free.high());
        accounts.change(account);
    }

    /** The number of the account that a transfer debits. */
    private int account(TransferList transfers, int index) {
        return accounts.add(transfers.debitAccountIdLow(index), transfers.debitAccountIdHigh(index));
    }

    private static boolean settles(TransferList transfers, int index) {
        return (transfers.flagsBits(index) & SETTLES) != 0;
    }

    /** Whether a transfer counts. A post or a void spends nothing more than what it settles. */
    private static boolean spends(TransferList transfers, int index, Rule rule) {
        return !settles(transfers, index) && rule.covers(transfers.ledger(index), transfers.code(index));
    }

    /** When a pending transfer expires; zero where it does not. */
    private static long expiry(long timestamp, int timeout) {
        return timeout == 0 ? 0 : timestamp + (timeout & 0xffff_ffffL) * 1_000_000_000;
    }

    private static UInt128 minus(UInt128 a, UInt128 b) {
        long borrow = Long.compareUnsigned(a.low(), b.low()) < 0 ? 1 : 0;
        return UInt128.of(a.low() - b.low(), a.high() - b.high() - borrow);
    }

    private static UInt128 amount(TransferList transfers, int index) {
        return UInt128.of(transfers.amountLow(index), transfers.amountHigh(index));
    }
}
