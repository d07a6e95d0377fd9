package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import java.util.List;

/** What would become of transfers. */
public sealed interface Tried {

    /** What the components say of how they came to it, in the order in which they said it. */
    List<TraceLine> trace();

    /**
     * The components have decided.
     *
     * @param deciders for each transfer, the instance that decided it: the policy that vetoed it or another one of its chain,
     *     else the engine
     * @param events what would be in the books then
     */
    record Carried(TransferResults answer, List<String> deciders, List<Event> events, List<TraceLine> trace)
            implements Tried {

        public Carried {
            deciders = List.copyOf(deciders);
            trace = List.copyOf(trace);
        }
    }

    /** The host would stop it, and nothing of it would be done. */
    record Stopped(Verdict verdict, List<TraceLine> trace) implements Tried {

        public Stopped {
            trace = List.copyOf(trace);
        }
    }
}
