package dev.wasmledger.composer.internal.graph;

import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.composer.CompositionGraph;
import dev.wasmledger.composer.CompositionGraph.Argument;
import dev.wasmledger.composer.CompositionGraph.Node;
import dev.wasmledger.composer.internal.encode.CannotCopyException;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import dev.wasmledger.composer.internal.encode.InstanceTypeMerger;
import dev.wasmledger.composer.internal.encode.TopLevelScope;
import dev.wasmledger.composer.internal.encode.TopLevelScope.InstanceOrigin;
import dev.wasmledger.composer.internal.encode.TypeCopier;
import dev.wasmledger.composer.internal.name.ExternalName;
import dev.wasmledger.wit.SemanticVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The imports of a composed component: what its nodes import and no other node satisfies. Several nodes' imports become
 * one where the graph says so, or where they have the same name in versions that can stand for each other.
 */
final class RootImports {

    private final ComponentBuilder target;
    private final Map<String, List<Use>> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> groupOfImport = new HashMap<>();
    private final Map<String, TypeCopier> copiers = new HashMap<>();
    private final Map<String, Index> defined = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    /** A node's import that is satisfied from outside, and the name that it has there. */
    private record Use(Node node, Import imported, ExternalName rootName) {}

    RootImports(CompositionGraph graph, ComponentBuilder target) {
        this.target = target;
        for (Node node : graph.nodes()) {
            TopLevelScope scope = TopLevelScope.of(node.component().component());
            copiers.put(node.name(), new TypeCopier(scope, target, origin -> instance(node, origin)));
            scope.imports().values().forEach(imported -> addUse(node, imported));
        }
    }

    private void addUse(Node node, Import imported) {
        // A type import is not a hole to be filled: it is a name for a type that is said on the spot.
        if (imported.type().sort() == Sort.TYPE) {
            return;
        }
        String name = imported.name().name();
        Optional<ExternalName> rootName = switch (node.arguments().get(name)) {
            case Argument.FromNode other -> Optional.empty();
            case Argument.FromRoot(String root) -> Optional.of(ExternalName.of(root));
            case null -> Optional.of(ExternalName.of(name));
        };
        rootName.ifPresent(root -> {
            String group = root.compatibilityKey();
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(new Use(node, imported, root));
            groupOfImport.computeIfAbsent(node.name(), key -> new HashMap<>()).put(name, group);
        });
    }

    /** Adds all of them to the component, each behind those whose types it speaks of. */
    void define() {
        groups.keySet().forEach(this::define);
    }

    /** The root's definition for a node's import that is satisfied from outside. */
    Index argument(Node node, Import imported) {
        String name = imported.name().name();
        if (imported.type().sort() == Sort.TYPE) {
            return copier(node).copy(imported.type()) instanceof ExternDesc.TypeEq(Index.Type type)
                    ? type
                    : unexpected(name);
        }
        String group = groupOfImport.getOrDefault(node.name(), Map.of()).get(name);
        Index index = group == null ? null : defined.get(group);
        return index == null ? unexpected(name) : index;
    }

    private static Index unexpected(String name) {
        throw new IllegalStateException("`" + name + "` is not satisfied from outside");
    }

    private Optional<Index.Instance> instance(Node node, InstanceOrigin origin) {
        if (!(origin instanceof InstanceOrigin.Imported(String importName))) {
            return Optional.empty();
        }
        String group = groupOfImport.getOrDefault(node.name(), Map.of()).get(importName);
        return group == null ? Optional.empty() : Optional.of((Index.Instance) define(group));
    }

    private Index define(String group) {
        Index known = defined.get(group);
        if (known != null) {
            return known;
        }
        if (!underWay.add(group)) {
            throw new CannotCopyException("its types and those of another import are made of each other");
        }
        List<Use> uses = groups.getOrDefault(group, List.of());
        ExternDesc type = switch (uses.getFirst().imported().type()) {
            case ExternDesc.Instance instance ->
                new ExternDesc.Instance(target.type(InstanceTypeMerger.merge(
                        uses.stream().map(this::instanceType).toList())));
            case ExternDesc other -> copier(uses.getFirst().node()).copy(other);
        };
        Index index = target.importing(rootName(uses), type);
        defined.put(group, index);
        return index;
    }

    private InstanceTypeDef instanceType(Use use) {
        if (use.imported().type() instanceof ExternDesc.Instance(Index.Type type)) {
            return copier(use.node()).copyInstanceType(type);
        }
        throw new CannotCopyException("`" + use.rootName().text() + "` is an interface elsewhere");
    }

    /** The newest of the versions that are asked for serves all of them. */
    private static String rootName(List<Use> uses) {
        return uses.stream()
                .map(Use::rootName)
                .max(Comparator.comparing(
                        name -> name.version().orElse(SemanticVersion.of(0, 0, 0)), Comparator.naturalOrder()))
                .orElseThrow()
                .text();
    }

    private TypeCopier copier(Node node) {
        TypeCopier copier = copiers.get(node.name());
        if (copier == null) {
            throw new IllegalStateException("no node of this graph: " + node.name());
        }
        return copier;
    }
}
