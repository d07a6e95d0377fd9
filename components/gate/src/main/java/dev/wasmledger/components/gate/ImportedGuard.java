package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.gate.bindings.wasmledger.host.trace.Trace;
import dev.wasmledger.components.gate.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.gate.bindings.wasmledger.ledger.policy.Policy;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResultList;
import java.util.List;

/** The policy that this component was composed with. */
final class ImportedGuard implements Guard {

    /** The config key that holds the policy's name; a composition from a {@code ledger.yaml} sets it. */
    private static final String NAME_KEY = "policy";

    private static final String UNNAMED = "policy";

    @Override
    public String name() {
        return Config.get(NAME_KEY).orElse(UNNAMED);
    }

    @Override
    public List<Objection> check(TransferList transfers) {
        return Policy.check(transfers);
    }

    @Override
    public void settled(TransferList transfers, TransferResultList results) {
        Policy.settled(transfers, results);
    }

    @Override
    public void trace(String line) {
        Trace.append(line);
    }
}
