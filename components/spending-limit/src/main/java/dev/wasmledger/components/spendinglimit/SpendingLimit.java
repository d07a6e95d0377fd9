package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.components.spendinglimit.Spendings.Reservation;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.ledger.setup.Setup;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferBuffer;
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
import org.jspecify.annotations.Nullable;

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

    /** Of each transfer of the batch, the account that it counts for; null where it counts for none. */
    private @Nullable Spending[] counted = new Spending[0];

    /** The transfer at hand. */
    private final TransferBuffer transfer = new TransferBuffer();

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
        begin(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            transfer.set(transfers, i);
            counted[i] = spends(rule) ? account() : null;
        }
        spendings.read(accounts, rule.period().number(now), now);
        passed.clear();
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Spending spending = counted[i];
            if (spending != null && !passes(transfers, i, spending, rule)) {
                objections.add(new Objection(i, reason(spending, rule)));
            }
        }
        return objections;
    }

    private boolean passes(TransferList transfers, int index, Spending spending, Rule rule) {
        transfer.set(transfers, index);
        Passed sameId = passed.entry(transfer.idLow(), transfer.idHigh());
        // Of a transfer that comes twice, one will be committed at most.
        if (sameId.contains(transfers, index)) {
            return true;
        }
        boolean fits = spending.add(transfer.amountLow(), transfer.amountHigh(), rule.limit());
        if (fits) {
            sameId.add(index);
        }
        return fits;
    }

    private String reason(Spending spending, Rule rule) {
        return spending.sum() + " spent of " + rule.limit() + " in this " + rule.period() + "; " + amount()
                + " more is over the limit";
    }

    private void settle(TransferList transfers, TransferResultList results, Rule rule) {
        long now = clock.getAsLong();
        long period = rule.period().number(now);
        begin(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            transfer.set(transfers, i);
            counted[i] = isCommitted(results, i) && (settles() || spends(rule)) ? account() : null;
        }
        spendings.read(accounts, period, now);
        for (int i = 0; i < transfers.size(); i++) {
            Spending spending = counted[i];
            if (spending != null) {
                transfer.set(transfers, i);
                settle(spending, results.timestamp(i), period);
            }
        }
        spendings.write(accounts, period, now);
    }

    private void settle(Spending spending, long timestamp, long period) {
        if (settles()) {
            release(spending, period);
            return;
        }
        spending.add(transfer.amountLow(), transfer.amountHigh(), UInt128.MAX);
        spending.changed = true;
        if ((transfer.flagsBits() & TransferFlags.PENDING.bits()) != 0) {
            long expiry = expiry(timestamp);
            spendings.reserve(transfer.id(), new Reservation(transfer.debitAccountId(), period, amount(), expiry));
            spending.willExpire(expiry);
        }
    }

    /** What a settled transfer did not move is free again, if it counted for the period that it is now. */
    private void release(Spending spending, long period) {
        Optional<Reservation> reserved = spendings.settle(transfer.pendingId());
        if (reserved.isEmpty() || reserved.get().period() != period) {
            return;
        }
        boolean posts = (transfer.flagsBits() & TransferFlags.POST_PENDING_TRANSFER.bits()) != 0;
        UInt128 moved = posts ? amount() : UInt128.ZERO;
        UInt128 free = minus(reserved.get().amount(), moved);
        spending.takeOff(free.low(), free.high());
        spending.changed = true;
    }

    private void begin(int size) {
        accounts.clear();
        if (counted.length < size) {
            counted = new Spending[size];
        }
    }

    /** What is known in this batch of the account that the transfer at hand debits. */
    private Spending account() {
        return accounts.entry(transfer.debitAccountIdLow(), transfer.debitAccountIdHigh());
    }

    private static boolean isCommitted(TransferResultList results, int index) {
        return results.status(index) == TransferStatus.CREATED;
    }

    private boolean settles() {
        return (transfer.flagsBits() & SETTLES) != 0;
    }

    /** Whether the transfer at hand counts. A post or a void spends nothing more than what it settles. */
    private boolean spends(Rule rule) {
        return !settles() && rule.covers(transfer.ledger(), transfer.code());
    }

    /** When the pending transfer at hand expires; zero where it does not. */
    private long expiry(long timestamp) {
        int timeout = transfer.timeout();
        return timeout == 0 ? 0 : timestamp + (timeout & 0xffff_ffffL) * 1_000_000_000;
    }

    private static UInt128 minus(UInt128 a, UInt128 b) {
        long borrow = Long.compareUnsigned(a.low(), b.low()) < 0 ? 1 : 0;
        return UInt128.of(a.low() - b.low(), a.high() - b.high() - borrow);
    }

    private UInt128 amount() {
        return UInt128.of(transfer.amountLow(), transfer.amountHigh());
    }
}
