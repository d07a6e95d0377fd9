package dev.wasmledger.components.foureyes;

import dev.wasmledger.components.foureyes.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.components.foureyes.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.foureyes.bindings.wasmledger.ledger.setup.Setup;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.settings.Configured;
import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The interfaces {@code policy} and {@code setup}. What the rule holds must be {@code pending} and name who asks for it; it is
 * posted only by somebody else. Transfers that are committed so are remembered until they are posted, voided, or expired.
 */
public final class FourEyes implements Policy, Setup {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long UNSIGNED = 0xffff_ffffL;

    private final Holds holds;
    private final LongSupplier clock;
    private final Configured<Rule> rule;

    /** The policy as a component. */
    public FourEyes() {
        this(new StateHolds(), Clock::now, Config::get);
    }

    FourEyes(Holds holds, LongSupplier clock, Function<String, Optional<String>> config) {
        this.holds = holds;
        this.clock = clock;
        this.rule = new Configured<>(config, Rule::read);
    }

    @Override
    public List<Problem> checkConfig() {
        return Problems.of(rule.settings());
    }

    @Override
    public List<Objection> check(TransferList transfers) {
        Rule read = rule.get();
        Settings settings = rule.settings();
        boolean usable = settings.mistakes().isEmpty();
        Makers makers = new Makers(holds, clock.getAsLong());
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Optional<String> reason = usable ? judge(transfers.get(i), read, makers) : Optional.of(settings.summary());
            if (reason.isPresent()) {
                objections.add(new Objection(i, reason.get()));
            }
        }
        return objections;
    }

    private static Optional<String> judge(Transfer transfer, Rule rule, Makers makers) {
        if (transfer.flags().contains(TransferFlags.POST_PENDING_TRANSFER)) {
            return judgeRelease(transfer, rule, makers.of(transfer.pendingId()));
        }
        if (transfer.flags().contains(TransferFlags.VOID_PENDING_TRANSFER)) {
            return judgeWithdrawal(transfer, rule, makers.of(transfer.pendingId()));
        }
        if (!rule.holds(transfer)) {
            return Optional.empty();
        }
        if (!transfer.flags().contains(TransferFlags.PENDING)) {
            return Optional.of("it must be pending, so that a second person can release it");
        }
        UInt128 maker = rule.person().of(transfer);
        if (maker.isZero()) {
            return Optional.of("nobody asks for it: " + rule.person() + " is zero");
        }
        makers.add(transfer.id(), maker);
        return Optional.empty();
    }

    private static Optional<String> judgeRelease(Transfer post, Rule rule, List<UInt128> makers) {
        UInt128 releaser = rule.person().of(post);
        if (makers.isEmpty()) {
            return Optional.empty();
        }
        // A zero would be filled in with what the pending transfer says, which is its maker.
        if (releaser.isZero()) {
            return Optional.of("nobody releases it: " + rule.person() + " is zero");
        }
        if (makers.contains(releaser)) {
            return Optional.of("person " + releaser + " asked for it and cannot release it as well");
        }
        return rule.mayRelease(releaser)
                ? Optional.empty()
                : Optional.of("person " + releaser + " is none of those who may release");
    }

    /** Whoever asked for it may take it back, and whoever may release it may refuse it. */
    private static Optional<String> judgeWithdrawal(Transfer voiding, Rule rule, List<UInt128> makers) {
        UInt128 who = rule.person().of(voiding);
        boolean entitled = makers.isEmpty() || who.isZero() || makers.contains(who) || rule.mayRelease(who);
        return entitled ? Optional.empty() : Optional.of("person " + who + " neither asked for it nor may release it");
    }

    @Override
    public void settled(TransferList transfers, TransferResultList results) {
        Rule read = rule.get();
        // With a config that cannot be used, everything was vetoed.
        if (!rule.settings().mistakes().isEmpty()) {
            return;
        }
        boolean anyCommitted = false;
        for (int i = 0; i < transfers.size(); i++) {
            if (results.get(i).status() == TransferStatus.CREATED) {
                settle(transfers.get(i), results.get(i).timestamp(), read);
                anyCommitted = true;
            }
        }
        // What commits nothing leaves no trace.
        if (anyCommitted) {
            holds.forgetExpired(clock.getAsLong());
        }
    }

    private void settle(Transfer transfer, long timestamp, Rule rule) {
        if (transfer.flags().contains(TransferFlags.POST_PENDING_TRANSFER)
                || transfer.flags().contains(TransferFlags.VOID_PENDING_TRANSFER)) {
            holds.remove(transfer.pendingId());
        } else if (rule.holds(transfer) && transfer.flags().contains(TransferFlags.PENDING)) {
            long expiry = transfer.timeout() == 0 ? 0 : timestamp + (transfer.timeout() & UNSIGNED) * NANOS_PER_SECOND;
            holds.add(transfer.id(), new Holds.Hold(rule.person().of(transfer), expiry, timestamp));
        }
    }
}
