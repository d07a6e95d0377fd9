package dev.wasmledger.composer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Component instances and how they hang together: the one idea behind every way to compose. It says nothing about how
 * imports were matched to exports; it can be encoded as one component.
 *
 * @param nodes with names of their own
 * @param exports what the composed component exports, in order
 */
public record CompositionGraph(List<Node> nodes, List<RootExport> exports) {

    public CompositionGraph {
        nodes = List.copyOf(nodes);
        exports = List.copyOf(exports);
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            if (!names.add(node.name())) {
                throw new IllegalArgumentException("two nodes are called " + node.name());
            }
        }
    }

    /**
     * An instance.
     *
     * @param name unlike every other node's
     * @param component what is instantiated
     * @param arguments by import name. What is not given is imported from outside under its own name, once for all
     *     nodes that import it in versions that can stand for each other
     */
    public record Node(String name, LoadedComponent component, Map<String, Argument> arguments) {
        public Node {
            arguments = Map.copyOf(arguments);
        }
    }

    /** What satisfies an import. */
    public sealed interface Argument {

        /** An export of another node. */
        record FromNode(String node, String export) implements Argument {}

        /** An import of the composed component that has that name. */
        record FromRoot(String name) implements Argument {}
    }

    /** An export of the composed component: an export of a node, under that name. */
    public record RootExport(String name, String node, String export) {}

    /** The node of that name. */
    public Node node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no node is called " + name));
    }
}
