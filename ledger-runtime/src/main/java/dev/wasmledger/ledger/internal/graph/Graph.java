package dev.wasmledger.ledger.internal.graph;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Projection;

/** The components of a deployment, instantiated. Belongs to one thread; of no use after a trap. */
public interface Graph extends AutoCloseable {

    /** The head of the chain that commands go through. */
    Ledger ledger();

    /** The projection of that name. */
    Projection projection(String name);

    /** Who is to blame for what a call into the components has thrown; throws it again if it was not theirs. */
    Verdict explain(RuntimeException thrown);

    @Override
    void close();
}
