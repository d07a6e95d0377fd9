package dev.wasmledger.ledger.internal.graph;

import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.util.SortedSet;

/** Makes instances of a deployment's components, as often as they are needed. */
public interface GraphSource {

    /** All that the components' decisions depend on, for the log. */
    DeploymentBody deployment();

    /** The bytes of the composed component, by whose digest {@link #deployment} names it. */
    byte[] composition();

    /** The names of the projections. */
    SortedSet<String> projections();

    /**
     * A new instance of all components, over those tables.
     *
     * @throws GraphException if one of them traps before it can be called
     */
    Graph instantiate(TableStore tables, Scope scope) throws GraphException;
}
