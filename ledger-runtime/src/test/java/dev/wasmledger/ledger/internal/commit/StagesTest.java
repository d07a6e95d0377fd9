package dev.wasmledger.ledger.internal.commit;

import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody.Part;
import dev.wasmledger.ledger.log.Digest;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Programs stand ahead of the policies, and may say no themselves. */
class StagesTest {

    private static final Part ENGINE = part("engine", Role.ENGINE);
    private static final Part FEES = part("fees", Role.PROGRAM);
    private static final Part ROUND = part("round", Role.PROGRAM);
    private static final Part LIMIT = part("limit", Role.POLICY);
    private static final Part GATE = part("gate-limit", Role.GATE);
    private static final Part BY_CLASS = part("by-class", Role.PROJECTION);
    private static final Part RATES = part("rates", Role.COMPONENT);

    @Test
    void namesTheProgramsThatATransferPasses() {
        assertThat(stages(List.of(), ENGINE, FEES, ROUND, LIMIT, GATE, RATES))
                .containsExactly(
                        "fees passed it on",
                        "round passed it on",
                        "limit had no objection",
                        "gate-limit let it pass",
                        "engine created");
        assertThat(stages(List.of(), ENGINE, FEES, BY_CLASS, RATES))
                .as("no policy")
                .containsExactly("fees passed it on", "engine created");
        assertThat(stages(List.of(), ENGINE, FEES, RATES))
                .as("neither policy nor projection")
                .containsExactly("fees passed it on", "engine created");
    }

    @Test
    void endsAtTheProgramThatVetoes() {
        assertThat(stages(List.of(new Veto(0, "fees", "no")), ENGINE, FEES, ROUND, LIMIT, GATE))
                .containsExactly("fees vetoed", "round not reached", "gate-limit not reached", "engine not reached");
    }

    private static Part part(String name, Role role) {
        return new Part(name, role, "./" + name + ".wasm", Digest.of(), new TreeMap<>());
    }

    private static List<String> stages(List<Veto> vetoes, Part... parts) {
        TransferStatus status = vetoes.isEmpty() ? TransferStatus.CREATED : TransferStatus.VETOED;
        TransferResults answer = new TransferResults(TransferResultList.of(new TransferResult(status, 7)), vetoes);
        Stages stages = new Stages(
                new DeploymentBody(Digest.of(), List.of(parts)),
                List.of(transfer(1, 1, 2, 5)),
                answer,
                false,
                List.of());
        return stages.of(0).stream()
                .map(stage -> stage.instance() + " " + stage.verdict())
                .toList();
    }
}
