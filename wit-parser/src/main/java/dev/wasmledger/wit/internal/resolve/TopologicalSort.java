package dev.wasmledger.wit.internal.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Puts things behind those that they depend on, and otherwise leaves them in the order of the text: of all that could
 * come next, the first comes next.
 */
final class TopologicalSort {

    private TopologicalSort() {}

    /**
     * The order.
     *
     * @param edges for each node those that it depends on, with the place that says so
     * @param cycle told about an edge of a cycle, and about all nodes that are in one or depend on one, if there are any
     * @return the other nodes
     */
    static <P> List<Integer> sort(List<List<Edge<P>>> edges, BiConsumer<Edge<P>, List<Integer>> cycle) {
        int[] open = new int[edges.size()];
        List<List<Integer>> users = new ArrayList<>();
        edges.forEach(node -> users.add(new ArrayList<>()));
        for (int node = 0; node < edges.size(); node++) {
            open[node] = edges.get(node).size();
            for (Edge<P> edge : edges.get(node)) {
                users.get(edge.to()).add(node);
            }
        }
        var ready = new PriorityQueue<Integer>();
        for (int node = 0; node < open.length; node++) {
            if (open[node] == 0) {
                ready.add(node);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order.add(node);
            for (int user : users.get(node)) {
                if (--open[user] == 0) {
                    ready.add(user);
                }
            }
        }
        if (order.size() < open.length) {
            cycle.accept(findCycle(edges, open), stuck(open));
        }
        return order;
    }

    private static List<Integer> stuck(int[] open) {
        return IntStream.range(0, open.length)
                .filter(node -> open[node] != 0)
                .boxed()
                .toList();
    }

    /** What is left depends on a cycle or is in one: following first edges comes to one. */
    private static <P> Edge<P> findCycle(List<List<Edge<P>>> edges, int[] open) {
        Set<Integer> seen = new HashSet<>();
        int node = stuck(open).getFirst();
        while (seen.add(node)) {
            node = onward(edges.get(node), open).to();
        }
        return onward(edges.get(node), open);
    }

    private static <P> Edge<P> onward(List<Edge<P>> edges, int[] open) {
        return edges.stream().filter(edge -> open[edge.to()] != 0).findFirst().orElseThrow();
    }

    /**
     * A dependency.
     *
     * @param from the node that depends
     * @param to the node that is depended on
     * @param because what says so
     */
    record Edge<P>(int from, int to, P because) {}
}
