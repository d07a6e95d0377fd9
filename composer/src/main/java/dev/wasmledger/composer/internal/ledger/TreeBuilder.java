package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.composer.ComposedInstance;
import dev.wasmledger.composer.ComposedInstance.Satisfied;
import dev.wasmledger.composer.CompositionGraph;
import dev.wasmledger.composer.CompositionTree;
import dev.wasmledger.composer.CompositionTree.Branch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws a composition as a tree; an instance that several others import from is drawn out once. */
final class TreeBuilder {

    private final Map<String, ComposedInstance> instances;
    private final Set<String> drawn = new HashSet<>();

    private TreeBuilder(List<ComposedInstance> instances) {
        this.instances = instances.stream().collect(Collectors.toMap(ComposedInstance::name, Function.identity()));
    }

    static CompositionTree tree(String ledger, CompositionGraph graph, List<ComposedInstance> instances) {
        var builder = new TreeBuilder(instances);
        return new CompositionTree(
                ledger,
                graph.exports().stream()
                        .filter(export -> !LedgerInterfaces.isSetup(export.export()))
                        .map(export -> builder.branch(export.name(), export.node()))
                        .toList());
    }

    private Branch branch(String label, String name) {
        ComposedInstance instance = instances.get(name);
        if (instance == null) {
            throw new IllegalArgumentException("no instance is called " + name);
        }
        boolean repeated = !drawn.add(name);
        var host = new ArrayList<String>();
        var branches = new ArrayList<Branch>();
        for (Satisfied satisfied : repeated ? List.<Satisfied>of() : instance.imports()) {
            switch (satisfied.by()) {
                case ComposedInstance.Provider.Host(String rootName) -> host.add(rootName);
                case ComposedInstance.Provider.Types types -> {
                    // Nothing flows there.
                }
                case ComposedInstance.Provider.Instance(String provider) ->
                    branches.add(branch(satisfied.importName(), provider));
            }
        }
        return new Branch(label, name, instance.component(), instance.digest(), host, repeated, branches);
    }
}
