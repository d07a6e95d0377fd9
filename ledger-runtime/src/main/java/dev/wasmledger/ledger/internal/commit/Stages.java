package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.ledger.TraceLine;
import dev.wasmledger.ledger.TransactionPath.Stage;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each component of a deployment did with a transfer, from the head of the chain to the engine: programs, the policies with
 * their gates, the engine.
 *
 * @param known whether the transfer that is asked about had an id that was known before the command
 * @param trace what the components said about the command
 */
record Stages(
        DeploymentBody deployment,
        List<Transfer> transfers,
        TransferResults answer,
        boolean known,
        List<TraceLine> trace) {

    /** What the composer calls the gate in front of a policy. */
    private static final String GATE = "gate-";

    private static final String NOT_REACHED = "not reached";

    List<Stage> of(int index) {
        List<Stage> stages = new ArrayList<>();
        int cause = cause(index);
        Optional<Veto> veto = veto(cause);
        boolean reached = true;
        for (Part program : programs()) {
            if (veto.map(Veto::policy).equals(Optional.of(program.instance()))) {
                reached = false;
                addVeto(stages, index, cause, veto.get(), program);
            } else {
                stages.add(stage(program, reached ? "passed it on" : NOT_REACHED, ""));
            }
        }
        for (Part gate : deployment.parts()) {
            if (gate.role() != Role.GATE) {
                continue;
            }
            Part policy = policyBehind(gate);
            if (!reached) {
                stages.add(stage(gate, NOT_REACHED, ""));
            } else if (known) {
                stages.add(stage(gate, "let it pass unasked", "its id was known"));
            } else if (veto.map(Veto::policy).equals(Optional.of(policy.instance()))) {
                reached = false;
                addVeto(stages, index, cause, veto.get(), policy);
                stages.add(stage(gate, "held it back", ""));
            } else {
                stages.add(stage(policy, "had no objection", ""));
                stages.add(stage(gate, "let it pass", ""));
            }
        }
        if (reached && veto.isPresent()) {
            // By a component that stands in the chain and whose place this does not know.
            reached = false;
            part(veto.get().policy()).ifPresent(part -> addVeto(stages, index, cause, veto.get(), part));
        }
        part(Decisions.ENGINE).ifPresent(engine -> stages.add(engine(engine, index, cause)));
        return reached ? stages : unreached(stages);
    }

    private static List<Stage> unreached(List<Stage> stages) {
        Stage engine = stages.removeLast();
        stages.add(new Stage(engine.instance(), engine.component(), engine.digest(), NOT_REACHED, "", engine.trace()));
        return stages;
    }

    private List<Part> programs() {
        return deployment.parts().stream()
                .filter(part -> part.role() == Role.PROGRAM)
                .toList();
    }

    private void addVeto(List<Stage> stages, int index, int cause, Veto veto, Part policy) {
        stages.add(
                index == cause
                        ? stage(policy, "vetoed", veto.reason())
                        : stage(policy, "vetoed " + transfer(cause) + " of its chain", veto.reason()));
    }

    private Stage engine(Part engine, int index, int cause) {
        TransferStatus status = answer.results().status(index);
        String reason = index == cause
                ? ""
                : transfer(cause) + " of its chain: "
                        + Decisions.kebab(answer.results().status(cause));
        return stage(engine, Decisions.kebab(status), reason);
    }

    private String transfer(int index) {
        return "transfer " + Decisions.decimal(transfers.get(index).id());
    }

    /** The transfer of the chain that it failed for; itself where it is that one, or where none says so. */
    private int cause(int index) {
        if (answer.results().status(index) != TransferStatus.LINKED_EVENT_FAILED) {
            return index;
        }
        int first = index;
        while (first > 0 && isLinked(first - 1)) {
            first--;
        }
        for (int i = first; i < transfers.size(); i++) {
            if (answer.results().status(i) != TransferStatus.LINKED_EVENT_FAILED) {
                return i;
            }
            if (!isLinked(i)) {
                break;
            }
        }
        return index;
    }

    private boolean isLinked(int index) {
        return transfers.get(index).flags().contains(TransferFlags.LINKED);
    }

    private Optional<Veto> veto(int index) {
        return answer.vetoes().stream().filter(veto -> veto.index() == index).findFirst();
    }

    private Part policyBehind(Part gate) {
        return part(gate.instance().substring(GATE.length())).orElseThrow();
    }

    private Optional<Part> part(String instance) {
        return deployment.parts().stream()
                .filter(part -> part.instance().equals(instance))
                .findFirst();
    }

    private Stage stage(Part part, String verdict, String reason) {
        List<String> lines = trace.stream()
                .filter(line -> line.instance().equals(part.instance()))
                .map(TraceLine::text)
                .toList();
        return new Stage(part.instance(), part.component(), part.digest(), verdict, reason, lines);
    }
}
