package dev.wasmledger.ledger;

import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody.Part;
import dev.wasmledger.ledger.log.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One thing in which a deployment differs from another one. */
public sealed interface DeploymentChange {

    /** A component as a deployment's file names it, and the digest of its bytes. */
    record Component(String name, Digest digest) {

        private static Component of(Part part) {
            return new Component(part.component(), part.digest());
        }
    }

    /** An instance that was not there. */
    record Added(String instance, Component component) implements DeploymentChange {}

    /** An instance that is not there any more. Its tables stay as they are. */
    record Removed(String instance, Component component) implements DeploymentChange {}

    /** Another component in an instance's place, or the same one under another name. It finds the instance's tables. */
    record Replaced(String instance, Component was, Component becomes) implements DeploymentChange {}

    /** What an instance is told under a key of its configuration; empty for nothing. */
    record Reconfigured(String instance, String key, Optional<String> was, Optional<String> becomes)
            implements DeploymentChange {}

    /** The whole is linked otherwise: in another order, by other names, or by another release of the composer. */
    record Relinked(Digest was, Digest becomes) implements DeploymentChange {}

    /** All in which one deployment differs from the other; nothing if they are the same. */
    static List<DeploymentChange> between(DeploymentBody before, DeploymentBody after) {
        Map<String, Part> old = byName(before);
        Map<String, Part> fresh = byName(after);
        List<DeploymentChange> changes = new ArrayList<>();
        fresh.forEach((name, part) -> {
            if (old.containsKey(name)) {
                compare(old.get(name), part, changes);
            } else {
                changes.add(new Added(name, Component.of(part)));
            }
        });
        old.forEach((name, part) -> {
            if (!fresh.containsKey(name)) {
                changes.add(new Removed(name, Component.of(part)));
            }
        });
        if (changes.isEmpty() && !before.digest().equals(after.digest())) {
            changes.add(new Relinked(before.composition(), after.composition()));
        }
        return changes;
    }

    private static Map<String, Part> byName(DeploymentBody deployment) {
        Map<String, Part> parts = new LinkedHashMap<>();
        deployment.parts().forEach(part -> parts.put(part.instance(), part));
        return parts;
    }

    private static void compare(Part before, Part after, List<DeploymentChange> changes) {
        if (!Component.of(before).equals(Component.of(after))) {
            changes.add(new Replaced(after.instance(), Component.of(before), Component.of(after)));
        }
        SortedSet<String> keys = new TreeSet<>(before.config().keySet());
        keys.addAll(after.config().keySet());
        for (String key : keys) {
            Optional<String> was = Optional.ofNullable(before.config().get(key));
            Optional<String> becomes = Optional.ofNullable(after.config().get(key));
            if (!was.equals(becomes)) {
                changes.add(new Reconfigured(after.instance(), key, was, becomes));
            }
        }
    }
}
