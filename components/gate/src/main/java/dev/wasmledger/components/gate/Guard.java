package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferOutcome;
import java.util.List;
import java.util.Optional;

/** The policy that the gate asks. */
interface Guard {

    /** The name that the deployment gives it. */
    String name();

    /** For each transfer, why it must not be committed, or none. */
    List<Optional<String>> check(TransferList transfers);

    /** Says what became of transfers that {@link #check} was asked about. */
    void settled(TransferList transfers, List<TransferOutcome> outcomes);
}
