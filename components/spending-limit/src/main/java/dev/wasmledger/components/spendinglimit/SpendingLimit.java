package dev.wasmledger.components.spendinglimit;

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
import dev.wasmledger.guest.IdTable;
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

    private static final int SETTLES =
            TransferFlags.POST_PENDING_TRANSFER.bits() | TransferFlags.VOID_PENDING_TRANSFER.bits();

    private final Spendings spendings;
    private final LongSupplier clock;
    private final Function<String, Optional<String>> config;

    /** Accounts and transfers of the batch at hand. */
    private final IdTable<Spending> accounts = new IdTable<>(Spending::new);

    private final IdTable<Passed> passed = new IdTable<>(Passed::new);

    /** The policy as a component. */
    public SpendingLimit() {
        this(new StateSpendings(), Clock::now, Config::get);
    }

    SpendingLimit(Spendings spendings, LongSupplier clock, Function<String, Optional<String>> config) {
        this.spendings = spendings;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public List<Problem> checkConfig() {
        Settings settings = new Settings(config);
        Rule.read(settings);
        return Problems.of(settings);
    }

    @Override
    public List<Objection> check(TransferList transfers) {
        Settings settings = new Settings(config);
        Rule rule = Rule.read(settings);
        if (settings.mistakes().isEmpty()) {
            return check(transfers, rule);
        }
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            objections.add(new Objection(i, settings.summary()));
        }
        return objections;
    }

    @Override
    public void settled(TransferList transfers, TransferResultList results) {
        Settings settings = new Settings(config);
        Rule rule = Rule.read(settings);
        // With a config that cannot be used, every transfer was vetoed: nothing was spent.
        if (settings.mistakes().isEmpty()) {
            settle(transfers, results, rule);
        }
    }

    private List<Objection> check(TransferList transfers, Rule rule) {
        long now = clock.getAsLong();
        accounts.clear();
        for (int i = 0; i < transfers.size(); i++) {
            if (spends(transfers, i, rule)) {
                account(transfers.debitAccountIdLow(i), transfers.debitAccountIdHigh(i));
            }
        }
        spendings.read(accounts, rule.period().number(now), now);
        passed.clear();
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            // Of a transfer that comes twice, one will be committed at most.
            if (spends(transfers, i, rule) && !hasPassed(transfers, i)) {
                Spending spending = account(transfers.debitAccountIdLow(i), transfers.debitAccountIdHigh(i));
                if (spending.add(transfers.amountLow(i), transfers.amountHigh(i), rule.limit())) {
                    pass(transfers, i);
                } else {
                    objections.add(new Objection(i, reason(spending, transfers, i, rule)));
                }
            }
        }
        return objections;
    }

    private static String reason(Spending spending, TransferList transfers, int index, Rule rule) {
        return spending.sum() + " spent of " + rule.limit() + " in this " + rule.period() + "; "
                + amount(transfers, index) + " more is over the limit";
    }

    private void settle(TransferList transfers, TransferResultList results, Rule rule) {
        long now = clock.getAsLong();
        long period = rule.period().number(now);
        accounts.clear();
        for (int i = 0; i < transfers.size(); i++) {
            if (isCommitted(results, i) && (settles(transfers, i) || spends(transfers, i, rule))) {
                account(transfers.debitAccountIdLow(i), transfers.debitAccountIdHigh(i));
            }
        }
        spendings.read(accounts, period, now);
        for (int i = 0; i < transfers.size(); i++) {
            if (isCommitted(results, i)) {
                if (settles(transfers, i)) {
                    release(transfers, i, period);
                } else if (spends(transfers, i, rule)) {
                    spend(transfers, i, results.timestamp(i), period);
                }
            }
        }
        spendings.write(accounts, period, now);
    }

    private void spend(TransferList transfers, int index, long timestamp, long period) {
        Spending spending = account(transfers.debitAccountIdLow(index), transfers.debitAccountIdHigh(index));
        spending.add(transfers.amountLow(index), transfers.amountHigh(index), UInt128.MAX);
        spending.changed = true;
        if ((transfers.flagsBits(index) & TransferFlags.PENDING.bits()) != 0) {
            long expiry = expiry(transfers, index, timestamp);
            spendings.reserve(
                    transfers.id(index),
                    new Reservation(transfers.debitAccountId(index), period, amount(transfers, index), expiry));
            spending.willExpire(expiry);
        }
    }

    /** What a settled transfer did not move is free again, if it counted for the period that it is now. */
    private void release(TransferList transfers, int index, long period) {
        Optional<Reservation> reserved = spendings.settle(transfers.pendingId(index));
        if (reserved.isEmpty() || reserved.get().period() != period) {
            return;
        }
        boolean posts = (transfers.flagsBits(index) & TransferFlags.POST_PENDING_TRANSFER.bits()) != 0;
        UInt128 moved = posts ? amount(transfers, index) : UInt128.ZERO;
        UInt128 free = minus(reserved.get().amount(), moved);
        Spending spending = account(transfers.debitAccountIdLow(index), transfers.debitAccountIdHigh(index));
        spending.takeOff(free.low(), free.high());
        spending.changed = true;
    }

    /** What is known of an account in this batch. */
    private Spending account(long low, long high) {
        return accounts.entry(low, high);
    }

    /** Whether the same transfer, in every field, has been let through in this batch. */
    private boolean hasPassed(TransferList transfers, int index) {
        Passed sameId = passed.find(transfers.idLow(index), transfers.idHigh(index));
        return sameId != null && sameId.contains(transfers, index);
    }

    private void pass(TransferList transfers, int index) {
        passed.entry(transfers.idLow(index), transfers.idHigh(index)).add(index);
    }

    private static boolean isCommitted(TransferResultList results, int index) {
        return results.status(index) == TransferStatus.CREATED;
    }

    private static boolean settles(TransferList transfers, int index) {
        return (transfers.flagsBits(index) & SETTLES) != 0;
    }

    /** Whether it counts. A post or a void spends nothing more than what it settles. */
    private static boolean spends(TransferList transfers, int index, Rule rule) {
        return !settles(transfers, index) && rule.covers(transfers.ledger(index), transfers.code(index));
    }

    /** When a pending transfer expires; zero where it does not. */
    private static long expiry(TransferList transfers, int index, long timestamp) {
        int timeout = transfers.timeout(index);
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
