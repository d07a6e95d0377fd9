package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.components.spendinglimit.Spendings.Reservation;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.setup.Setup;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Map<U128, UInt128> spent = new HashMap<>();
        Set<Transfer> passed = new HashSet<>();
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Transfer transfer = transfers.get(i);
            // A post or a void spends nothing more. Of a transfer that comes twice, one will be committed at most.
            if (!settles(transfer) && rule.covers(transfer) && !passed.contains(transfer)) {
                Optional<String> reason = judge(transfer, rule, now, spent);
                if (reason.isPresent()) {
                    objections.add(new Objection(i, reason.get()));
                } else {
                    passed.add(transfer);
                }
            }
        }
        return objections;
    }

    private Optional<String> judge(Transfer transfer, Rule rule, long now, Map<U128, UInt128> spent) {
        long period = rule.period().number(now);
        UInt128 before = spent.computeIfAbsent(transfer.debitAccountId(), id -> spendings.spent(id, period, now));
        UInt128 amount = amount(transfer);
        Optional<UInt128> after = before.plus(amount);
        if (after.isEmpty() || after.get().isGreaterThan(rule.limit())) {
            return Optional.of(before + " spent of " + rule.limit() + " in this " + rule.period() + "; " + amount
                    + " more is over the limit");
        }
        spent.put(transfer.debitAccountId(), after.get());
        return Optional.empty();
    }

    private void settle(TransferList transfers, TransferResultList results, Rule rule) {
        long now = clock.getAsLong();
        for (int i = 0; i < transfers.size(); i++) {
            TransferResult result = results.get(i);
            if (result.status() == TransferStatus.CREATED) {
                Transfer transfer = transfers.get(i);
                if (settles(transfer)) {
                    release(transfer, rule.period().number(now), now);
                } else if (rule.covers(transfer)) {
                    spend(transfer, result.timestamp(), rule.period().number(now), now);
                }
            }
        }
    }

    private void spend(Transfer transfer, long timestamp, long period, long now) {
        U128 account = transfer.debitAccountId();
        UInt128 before = spendings.spent(account, period, now);
        before.plus(amount(transfer)).ifPresent(after -> spendings.write(account, period, now, after));
        if (transfer.flags().contains(TransferFlags.PENDING)) {
            Reservation reservation = new Reservation(account, period, amount(transfer), expiry(transfer, timestamp));
            spendings.reserve(transfer.id(), reservation);
        }
    }

    /** What a settled transfer did not move is free again, if it counted for the period that it is now. */
    private void release(Transfer settling, long period, long now) {
        Optional<Reservation> reserved = spendings.settle(settling.pendingId());
        if (reserved.isEmpty() || reserved.get().period() != period) {
            return;
        }
        Reservation reservation = reserved.get();
        UInt128 moved =
                settling.flags().contains(TransferFlags.POST_PENDING_TRANSFER) ? amount(settling) : UInt128.ZERO;
        UInt128 free = minus(reservation.amount(), moved);
        UInt128 before = spendings.spent(reservation.account(), period, now);
        UInt128 after = free.isGreaterThan(before) ? UInt128.ZERO : minus(before, free);
        spendings.write(reservation.account(), period, now, after);
    }

    private static boolean settles(Transfer transfer) {
        return (transfer.flags().bits() & SETTLES) != 0;
    }

    /** When a pending transfer expires; zero where it does not. */
    private static long expiry(Transfer transfer, long timestamp) {
        return transfer.timeout() == 0 ? 0 : timestamp + (transfer.timeout() & 0xffff_ffffL) * 1_000_000_000;
    }

    private static UInt128 minus(UInt128 a, UInt128 b) {
        long borrow = Long.compareUnsigned(a.low(), b.low()) < 0 ? 1 : 0;
        return UInt128.of(a.low() - b.low(), a.high() - b.high() - borrow);
    }

    private static UInt128 amount(Transfer transfer) {
        return UInt128.of(transfer.amount().low(), transfer.amount().high());
    }
}
