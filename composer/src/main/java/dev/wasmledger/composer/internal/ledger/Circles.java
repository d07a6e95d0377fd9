package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.composer.CompositionGraph.Argument;
import dev.wasmledger.composer.CompositionGraph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds nodes that take arguments from each other in a circle: none of them could be instantiated first. */
final class Circles {

    private final Map<String, Node> nodes;
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private Circles(List<Node> nodes) {
        this.nodes = nodes.stream().collect(Collectors.toMap(Node::name, Function.identity()));
    }

    /** The names along the first circle, each taking from the next, the last from the first. */
    static Optional<List<String>> find(List<Node> nodes) {
        var circles = new Circles(nodes);
        return nodes.stream()
                .map(node -> circles.from(node.name()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<List<String>> from(String name) {
        Node node = nodes.get(name);
        if (node == null || done.contains(name)) {
            return Optional.empty();
        }
        int seen = path.indexOf(name);
        if (seen >= 0) {
            return Optional.of(List.copyOf(path.subList(seen, path.size())));
        }
        path.add(name);
        for (String importName : node.component().type().imports().keySet()) {
            if (node.arguments().get(importName) instanceof Argument.FromNode(String provider, String export)) {
                Optional<List<String>> circle = from(provider);
                if (circle.isPresent()) {
                    return circle;
                }
            }
        }
        path.removeLast();
        done.add(name);
        return Optional.empty();
    }
}
