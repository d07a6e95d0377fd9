package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.cli.proof.TransactionName;
import dev.wasmledger.ledger.Decision;
import dev.wasmledger.ledger.DeploymentChange;
import dev.wasmledger.ledger.OutcomeDifference;
import dev.wasmledger.ledger.Redeployment;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Head;
import java.util.Optional;

/** What changes with a deployment, for people and for programs. */
final class DeploymentReport {

    private static final String PREFIX = "sha256:";

    /** How many characters of a digest tell two apart. */
    private static final int SHORT_DIGEST = 12;

    private final Redeployment redeployment;
    private final Redeployment.Rehearsed rehearsed;

    DeploymentReport(Redeployment redeployment, Redeployment.Rehearsed rehearsed) {
        this.redeployment = redeployment;
        this.rehearsed = rehearsed;
    }

    boolean nothingDiffers() {
        return rehearsed.differences().isEmpty();
    }

    String text() {
        if (redeployment.isActive()) {
            return "nothing to deploy: the log has this deployment active since frame %d%n"
                    .formatted(redeployment.activeSince().orElseThrow());
        }
        var text = new StringBuilder();
        text.append(redeployment
                .activeSince()
                .map("against the deployment that the log has active since frame %d:%n"::formatted)
                .orElse("the ledger's first deployment:%n".formatted()));
        redeployment.changes().forEach(change -> text.append("  %s%n".formatted(text(change))));
        if (rehearsed.commands() > 0) {
            text.append("%nthe last %s, carried out again: ".formatted(counted(rehearsed.commands(), "command")));
            text.append(
                    nothingDiffers()
                            ? "nothing would have been decided otherwise%n".formatted()
                            : "%s%n".formatted(counted(rehearsed.differences().size(), "different outcome")));
            rehearsed.differences().forEach(difference -> text.append(text(difference)));
        }
        return text.append(System.lineSeparator()).toString();
    }

    /** What is said in the end. */
    static String end(Optional<Head> head) {
        return head.map(now -> "head of the log: sequence %d, %s%s%n".formatted(now.sequence(), PREFIX, now.digest()))
                .orElse("not deployed%n".formatted());
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String text(DeploymentChange change) {
        return switch (change) {
            case DeploymentChange.Added(String instance, var component) ->
                "%s: added, %s".formatted(instance, text(component));
            case DeploymentChange.Removed(String instance, var component) ->
                "%s: removed, %s".formatted(instance, text(component));
            case DeploymentChange.Replaced(String instance, var was, var becomes) ->
                "%s: %s becomes %s".formatted(instance, text(was), text(becomes));
            case DeploymentChange.Reconfigured(String instance, String key, var was, var becomes) ->
                "%s: config %s, %s becomes %s"
                        .formatted(instance, key, was.orElse("nothing"), becomes.orElse("nothing"));
            case DeploymentChange.Relinked(Digest was, Digest becomes) ->
                "the same parts, put together otherwise: %s becomes %s".formatted(shortened(was), shortened(becomes));
        };
    }

    private static String text(DeploymentChange.Component component) {
        return component.name() + " " + shortened(component.digest());
    }

    private static String shortened(Digest digest) {
        return PREFIX + digest.toString().substring(0, SHORT_DIGEST);
    }

    private static String text(OutcomeDifference difference) {
        String title = TransactionName.in(difference.text())
                .map(name -> name + " (" + difference.subject() + ")")
                .orElse(difference.subject());
        return "  frame %d, %s%n    was      %s%n    would be %s%n"
                .formatted(difference.sequence(), title, text(difference.was()), text(difference.wouldBe()));
    }

    private static String text(Decision decision) {
        String by = decision.by().isEmpty() ? "" : ", by " + decision.by();
        String reason = decision.reason().isEmpty() ? "" : ": " + decision.reason();
        return decision.outcome().replace('-', ' ') + by + reason;
    }

    ObjectNode json(String ledger, Optional<Head> head) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("ledger", ledger)
                .put("deployment", PREFIX + redeployment.digest());
        redeployment.activeSince().ifPresent(sequence -> node.put("active-since", sequence));
        ArrayNode changes = node.putArray("changes");
        redeployment.changes().forEach(change -> json(change, changes.addObject()));
        node.put("commands", rehearsed.commands());
        ArrayNode differences = node.putArray("differences");
        for (OutcomeDifference difference : rehearsed.differences()) {
            ObjectNode one = differences
                    .addObject()
                    .put("sequence", difference.sequence())
                    .put("subject", difference.subject());
            TransactionName.in(difference.text()).ifPresent(name -> one.put("transaction", name));
            json(difference.was(), one.putObject("was"));
            json(difference.wouldBe(), one.putObject("would-be"));
        }
        node.put("deployed", head.isPresent());
        head.ifPresent(
                now -> node.putObject("head").put("sequence", now.sequence()).put("digest", PREFIX + now.digest()));
        return node;
    }

    private static void json(Decision decision, ObjectNode node) {
        node.put("outcome", decision.outcome()).put("by", decision.by()).put("reason", decision.reason());
    }

    private static void json(DeploymentChange change, ObjectNode node) {
        switch (change) {
            case DeploymentChange.Added(String instance, var component) -> {
                node.put("instance", instance);
                json(component, node.putObject("added"));
            }
            case DeploymentChange.Removed(String instance, var component) -> {
                node.put("instance", instance);
                json(component, node.putObject("removed"));
            }
            case DeploymentChange.Replaced(String instance, var was, var becomes) -> {
                node.put("instance", instance);
                json(was, node.putObject("was"));
                json(becomes, node.putObject("becomes"));
            }
            case DeploymentChange.Reconfigured(String instance, String key, var was, var becomes) -> {
                node.put("instance", instance).put("config", key);
                was.ifPresent(value -> node.put("was", value));
                becomes.ifPresent(value -> node.put("becomes", value));
            }
            case DeploymentChange.Relinked(Digest was, Digest becomes) ->
                node.put("was", PREFIX + was).put("becomes", PREFIX + becomes);
        }
    }

    private static void json(DeploymentChange.Component component, ObjectNode node) {
        node.put("component", component.name()).put("digest", PREFIX + component.digest());
    }
}
