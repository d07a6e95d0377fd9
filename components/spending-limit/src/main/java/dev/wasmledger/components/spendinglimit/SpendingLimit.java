package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferOutcome;
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
 * The interface {@code policy}. What accounts have spent is written when it is settled, that is, only what was committed
 * counts; within a batch, transfers that were let through count for those behind them.
 */
public final class SpendingLimit implements Policy {

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
    public List<Optional<String>> check(TransferList transfers) {
        try {
            return check(transfers, Rule.read(config));
        } catch (Rule.ConfigException e) {
            List<Optional<String>> vetoes = new ArrayList<>();
            for (int i = 0; i < transfers.size(); i++) {
                vetoes.add(Optional.of(e.reason()));
            }
            return vetoes;
        }
    }

    @Override
    public void settled(TransferList transfers, List<TransferOutcome> outcomes) {
        try {
            settle(transfers, outcomes, Rule.read(config));
        } catch (Rule.ConfigException e) {
            // Every transfer was vetoed for the same reason: nothing was spent.
            return;
        }
    }

    private List<Optional<String>> check(TransferList transfers, Rule rule) {
        long period = rule.period().number(clock.getAsLong());
        Map<U128, UInt128> spent = new HashMap<>();
        Set<U128> judged = new HashSet<>();
        List<Optional<String>> vetoes = new ArrayList<>();
        for (Transfer transfer : transfers) {
            // The second of two transfers with one id will not be committed, and so spends nothing.
            boolean counts = rule.covers(transfer) && judged.add(transfer.id());
            vetoes.add(counts ? judge(transfer, rule, period, spent) : Optional.empty());
        }
        return vetoes;
    }

    private Optional<String> judge(Transfer transfer, Rule rule, long period, Map<U128, UInt128> spent) {
        UInt128 before = spent.computeIfAbsent(transfer.debitAccount(), id -> spendings.spent(id, period));
        UInt128 amount = amount(transfer);
        Optional<UInt128> after = before.plus(amount);
        if (after.isEmpty() || after.get().isGreaterThan(rule.limit())) {
            return Optional.of(before + " spent of " + rule.limit() + " in this " + rule.period() + "; " + amount
                    + " more is over the limit");
        }
        spent.put(transfer.debitAccount(), after.get());
        return Optional.empty();
    }

    private void settle(TransferList transfers, List<TransferOutcome> outcomes, Rule rule) {
        long period = rule.period().number(clock.getAsLong());
        for (int i = 0; i < transfers.size(); i++) {
            Transfer transfer = transfers.get(i);
            if (outcomes.get(i) instanceof TransferOutcome.Committed && rule.covers(transfer)) {
                UInt128 before = spendings.spent(transfer.debitAccount(), period);
                before.plus(amount(transfer))
                        .ifPresent(after -> spendings.write(transfer.debitAccount(), period, after));
            }
        }
    }

    private static UInt128 amount(Transfer transfer) {
        return UInt128.of(transfer.amount().low(), transfer.amount().high());
    }
}
