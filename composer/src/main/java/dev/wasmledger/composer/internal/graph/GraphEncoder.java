package dev.wasmledger.composer.internal.graph;

import dev.wasmledger.component.binary.ByteWriter;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValueExtern;
import dev.wasmledger.composer.CompositionGraph;
import dev.wasmledger.composer.CompositionGraph.Argument;
import dev.wasmledger.composer.CompositionGraph.Node;
import dev.wasmledger.composer.CompositionGraph.RootExport;
import dev.wasmledger.composer.Digest;
import dev.wasmledger.composer.LoadedComponent;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import dev.wasmledger.composer.internal.encode.TopLevelScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Encodes a graph as one component: its imports, each component once, an instance for each node behind those that it
 * takes arguments from, and the exports. The same graph always gives the same component.
 */
public final class GraphEncoder {

    private static final int COMPONENT_NAME = 0;
    private static final int SORT_NAMES = 1;

    private final CompositionGraph graph;
    private final ComponentBuilder target;
    private final RootImports imports;
    private final Map<Digest, Index.Component> components = new HashMap<>();
    private final Map<String, Index.Instance> instances = new HashMap<>();

    private GraphEncoder(CompositionGraph graph, ComponentBuilder target) {
        this.graph = graph;
        this.target = target;
        this.imports = new RootImports(graph, target);
    }

    /**
     * Adds all that the graph says to a component, and the names of the instances.
     *
     * @param name of the component
     * @throws dev.wasmledger.composer.internal.encode.CannotCopyException if the type of a root import cannot
     *     be said outside the component that imports it
     * @throws IllegalArgumentException if nodes take arguments from each other in a circle
     */
    public static void encode(String name, CompositionGraph graph, ComponentBuilder target) {
        var encoder = new GraphEncoder(graph, target);
        encoder.imports.define();
        graph.nodes().forEach(node -> encoder.define(node.component()));
        graph.nodes().forEach(node -> encoder.instance(node, new LinkedHashSet<>()));
        graph.exports().forEach(encoder::export);
        encoder.addNames(name);
    }

    /** The custom section {@code component-name} (Binary.md, "Name Section"): a trap can then say where it happened. */
    private void addNames(String name) {
        List<Map.Entry<String, Index.Instance>> named = instances.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().value()))
                .toList();
        var section = new ByteWriter();
        section.u8(COMPONENT_NAME).sized(() -> section.name(name));
        section.u8(SORT_NAMES).sized(() -> {
            section.u8(Sort.INSTANCE.code());
            section.vector(named, entry -> section.u32(entry.getValue().value()).name(entry.getKey()));
        });
        target.custom(new CustomSection("component-name", Bytes.of(section.toByteArray())));
    }

    private void define(LoadedComponent component) {
        if (!components.containsKey(component.digest())) {
            components.put(component.digest(), target.component(component.component()));
        }
    }

    private Index.Instance instance(Node node, Set<String> path) {
        Index.Instance known = instances.get(node.name());
        if (known != null) {
            return known;
        }
        if (!path.add(node.name())) {
            throw new IllegalArgumentException("a circle of instances: " + path);
        }
        var arguments = new ArrayList<Instance.Argument>();
        for (Import imported :
                TopLevelScope.of(node.component().component()).imports().values()) {
            arguments.add(new Instance.Argument(imported.name().name(), argument(node, imported, path)));
        }
        path.remove(node.name());
        Index.Instance instance = target.instantiate(component(node), arguments);
        instances.put(node.name(), instance);
        return instance;
    }

    private Index.Component component(Node node) {
        Index.Component component = components.get(node.component().digest());
        if (component == null) {
            throw new IllegalStateException(
                    "not defined yet: " + node.component().name());
        }
        return component;
    }

    private Index argument(Node node, Import imported, Set<String> path) {
        return switch (node.arguments().get(imported.name().name())) {
            case Argument.FromNode(String other, String export) -> {
                Index.Instance from = instance(graph.node(other), path);
                yield target.alias(imported.type().sort(), from, export);
            }
            case Argument.FromRoot root -> imports.argument(node, imported);
            case null -> imports.argument(node, imported);
        };
    }

    private void export(RootExport export) {
        Node node = graph.node(export.node());
        ExternType type = node.component()
                .type()
                .exportType(export.export())
                .orElseThrow(() -> new IllegalArgumentException(node.name() + " exports no " + export.export()));
        Index definition = target.alias(sort(type), instance(node, new LinkedHashSet<>()), export.export());
        target.export(ExternName.of(export.name()), definition);
    }

    private static Sort sort(ExternType type) {
        return switch (type) {
            case CoreModuleType t -> Sort.CORE_MODULE;
            case FuncType t -> Sort.FUNC;
            case ValueExtern t -> Sort.VALUE;
            case TypeExtern t -> Sort.TYPE;
            case ComponentType t -> Sort.COMPONENT;
            case InstanceType t -> Sort.INSTANCE;
        };
    }
}
