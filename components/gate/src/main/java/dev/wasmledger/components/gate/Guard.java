package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResultList;
import java.util.List;

/** The policy that the gate asks, and who else is told of it. */
interface Guard {

    /** The name that the deployment gives it. */
    String name();

    /** The transfers that must not be committed. */
    List<Objection> check(TransferList transfers);

    /** Says what became of transfers that {@link #check} was asked about. */
    void settled(TransferList transfers, TransferResultList results);

    /** Tells whoever tries a request out. */
    void trace(String line);
}
