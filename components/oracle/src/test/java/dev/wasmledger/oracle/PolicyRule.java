package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import java.util.List;
import java.util.Map;

/** What a policy's page says, a second time: in plain Java, from its description alone. */
interface PolicyRule {

    /** What the deployment calls the policy. */
    String name();

    /** Why transfers must not be committed, by their place in the list. */
    Map<Integer, String> check(List<Transfer> transfers);

    /** Learns which transfers were committed, as they are in the books. */
    void committed(List<Transfer> transfers);
}
