package dev.wasmledger.ledger.internal.commit;

import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody.Part;
import dev.wasmledger.ledger.log.Digest;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Programs stand ahead of the policies, and may say no themselves. */
class StagesTest {

    @Test
    void namesTheProgramsThatATransferPasses() {
        assertThat(stages(List.of(), "engine", "fees", "round", "limit", "gate-limit", "rates"))
                .containsExactly(
                        "fees passed it on",
                        "round passed it on",
                        "limit had no objection",
                        "gate-limit let it pass",
                        "engine created");
        assertThat(stages(List.of(), "engine", "fees", "by-class", "rates"))
                .as("up to the projections")
                .containsExactly("fees passed it on", "engine created");
    }

    @Test
    void endsAtTheProgramThatVetoes() {
        assertThat(stages(List.of(new Veto(0, "fees", "no")), "engine", "fees", "round", "limit", "gate-limit"))
                .containsExactly("fees vetoed", "round not reached", "gate-limit not reached", "engine not reached");
    }

    private static List<String> stages(List<Veto> vetoes, String... instances) {
        List<Part> parts = Stream.of(instances)
                .map(name -> new Part(name, "./" + name + ".wasm", Digest.of(), new TreeMap<>()))
                .toList();
        TransferStatus status = vetoes.isEmpty() ? TransferStatus.CREATED : TransferStatus.VETOED;
        TransferResults answer = new TransferResults(TransferResultList.of(new TransferResult(status, 7)), vetoes);
        Stages stages = new Stages(
                new DeploymentBody(Digest.of(), parts),
                Set.of("by-class"),
                List.of(transfer(1, 1, 2, 5)),
                answer,
                List.of(false),
                List.of());
        return stages.of(0).stream()
                .map(stage -> stage.instance() + " " + stage.verdict())
                .toList();
    }
}
