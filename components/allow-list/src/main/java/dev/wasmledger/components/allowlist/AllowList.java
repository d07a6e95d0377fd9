package dev.wasmledger.components.allowlist;

import dev.wasmledger.components.allowlist.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.allowlist.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.allowlist.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.allowlist.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.allowlist.bindings.wasmledger.ledger.setup.Setup;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.settings.Configured;
import dev.wasmledger.components.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The interfaces {@code policy} and {@code setup}. A list that cannot be read allows nothing where the ledger was opened
 * without a check.
 */
public final class AllowList implements Policy, Setup {

    private final Configured<Allowed> listed;

    /** The policy as a component. */
    public AllowList() {
        this(Config::get);
    }

    AllowList(Function<String, Optional<String>> config) {
        this.listed = new Configured<>(config, Allowed::read);
    }

    @Override
    public List<Problem> checkConfig() {
        return Problems.of(listed.settings());
    }

    @Override
    public List<Objection> check(TransferList transfers) {
        Allowed lists = listed.get();
        Settings settings = listed.settings();
        boolean usable = settings.mistakes().isEmpty();
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Optional<String> reason = usable ? lists.judge(transfers, i) : Optional.of(settings.summary());
            if (reason.isPresent()) {
                objections.add(new Objection(i, reason.get()));
            }
        }
        return objections;
    }

    /** A list has nothing to learn from what became of a batch. */
    @Override
    public void settled(TransferList transfers, TransferResultList results) {}
}
