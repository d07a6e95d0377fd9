package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.ComposedInstance;
import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.composer.ComposedInstance.Satisfied;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.CompositionGraph;
import dev.wasmledger.composer.CompositionGraph.Argument;
import dev.wasmledger.composer.CompositionGraph.Node;
import dev.wasmledger.composer.CompositionGraph.RootExport;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.composer.Limits;
import dev.wasmledger.composer.RootName;
import dev.wasmledger.composer.internal.encode.CannotCopyException;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import dev.wasmledger.composer.internal.graph.GraphEncoder;
import dev.wasmledger.composer.internal.name.ExternalName;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a ledger's file to one component: load, match, encode, check. */
public final class LedgerLinker {

    private final LedgerFile file;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private LedgerLinker(LedgerFile file) {
        this.file = file;
    }

    /**
     * Links a ledger.
     *
     * @throws DiagnosticException with everything for which it cannot be linked
     */
    public static Composition link(LedgerFile file, ComponentStore store) {
        return new LedgerLinker(file).link(store);
    }

    private Composition link(ComponentStore store) {
        List<LedgerInstance> instances = InstanceLoader.load(file, store, diagnostics::add);
        throwIfAny();
        CompositionGraph graph = graph(instances);
        throwIfAny();

        var target = new ComponentBuilder();
        try {
            GraphEncoder.encode(file.ledger(), graph, target);
        } catch (CannotCopyException e) {
            throw new DiagnosticException(
                    whole("COMPOSE0311", "the host cannot be asked for an import: " + e.getMessage()));
        }
        List<RootName> rootNames = rootNames(graph, check(target.build()));
        RootNameSection.addTo(target, rootNames);
        target.custom(Producers.wasmledger().section());
        byte[] bytes = ComponentEncoder.encode(target.build());

        List<ComposedInstance> composed = instances.stream()
                .map(instance -> composed(instance, graph, rootNames))
                .toList();
        String lock = LockText.of(file.ledger(), bytes, composed);
        return new Composition(bytes, lock, TreeBuilder.tree(file.ledger(), graph, composed), rootNames, composed);
    }

    private CompositionGraph graph(List<LedgerInstance> instances) {
        if (instances.size() > Limits.INSTANCES) {
            throw new DiagnosticException(whole("COMPOSE0312", "more than " + Limits.INSTANCES + " instances"));
        }
        var matcher = new ImportMatcher(instances, diagnostics::add);
        List<Node> nodes = instances.stream()
                .map(instance -> new Node(instance.name(), instance.component(), matcher.match(instance)))
                .toList();
        if (diagnostics.isEmpty()) {
            Circles.find(nodes)
                    .ifPresent(circle -> diagnostics.add(circleDiagnostic(
                            instances.stream()
                                    .filter(i -> circle.contains(i.name()))
                                    .toList(),
                            circle)));
        }
        return new CompositionGraph(nodes, exports(instances));
    }

    private static Diagnostic circleDiagnostic(List<LedgerInstance> members, List<String> circle) {
        String path = String.join(" → ", circle) + " → " + circle.getFirst();
        String message = "instances import from each other in a circle: " + path;
        Diagnostic diagnostic =
                Diagnostic.error("COMPOSE0310", message, members.getFirst().place());
        for (LedgerInstance member : members.subList(1, members.size())) {
            diagnostic = diagnostic.withLabel(member.place(), "`" + member.name() + "` is part of it");
        }
        return diagnostic;
    }

    /** The head of the chain, each projection, and each that checks its own config. */
    private List<RootExport> exports(List<LedgerInstance> instances) {
        var exports = new ArrayList<RootExport>();
        String head = InstanceLoader.head(file);
        for (LedgerInstance instance : instances) {
            Optional<String> rootName = instance.name().equals(head)
                    ? Optional.of("ledger")
                    : Optional.of("projection-" + instance.name()).filter(name -> instance.role() == Role.PROJECTION);
            rootName.ifPresent(name -> instance.roleExport()
                    .ifPresent(export -> exports.add(new RootExport(name, instance.name(), export.text()))));
        }
        for (LedgerInstance instance : instances) {
            instance.export(LedgerInterfaces.SETUP)
                    .ifPresent(export ->
                            exports.add(new RootExport("setup-" + instance.name(), instance.name(), export.text())));
        }
        return exports;
    }

    /** What was linked must be a component by the rules that every runtime applies. */
    private ComponentType check(Component component) {
        try {
            return ComponentValidator.validateLinked(
                            file.path().resolveSibling("ledger.wasm").toString(), component, Features.DEFAULT)
                    .type();
        } catch (DiagnosticException e) {
            Diagnostic first = e.diagnostics().getFirst();
            throw new DiagnosticException(
                    whole("COMPOSE0313", "these components do not fit together: " + first.message())
                            .withLabel(first.primary(), "in the composed component"));
        }
    }

    private static List<RootName> rootNames(CompositionGraph graph, ComponentType root) {
        var names = new ArrayList<RootName>();
        root.imports().forEach((name, declared) -> names.add(rootImport(graph, name)));
        graph.exports()
                .forEach(export -> names.add(new RootName.Export(export.name(), export.export(), export.node())));
        return List.copyOf(names);
    }

    private static RootName rootImport(CompositionGraph graph, String name) {
        for (Node node : graph.nodes()) {
            for (Map.Entry<String, Argument> argument : node.arguments().entrySet()) {
                if (argument.getValue().equals(new Argument.FromRoot(name))) {
                    return new RootName.OwnImport(name, argument.getKey(), node.name());
                }
            }
        }
        return new RootName.SharedImport(name);
    }

    private static ComposedInstance composed(
            LedgerInstance instance, CompositionGraph graph, List<RootName> rootNames) {
        var satisfied = new ArrayList<Satisfied>();
        Map<String, Argument> arguments = graph.node(instance.name()).arguments();
        for (Map.Entry<String, ExternDecl> imported :
                instance.component().type().imports().entrySet()) {
            if (LedgerInterfaces.isTypeName(imported.getValue().type())) {
                continue;
            }
            ComposedInstance.Provider provider = switch (arguments.get(imported.getKey())) {
                case Argument.FromNode(String node, String export) -> new ComposedInstance.Provider.Instance(node);
                case Argument.FromRoot(String rootName) -> new ComposedInstance.Provider.Host(rootName);
                case null -> shared(imported.getKey(), imported.getValue().type(), rootNames);
            };
            satisfied.add(new Satisfied(imported.getKey(), provider));
        }
        return new ComposedInstance(
                instance.name(),
                instance.role(),
                instance.reference(),
                instance.component().digest(),
                instance.config(),
                satisfied);
    }

    private static ComposedInstance.Provider shared(String importName, ExternType type, List<RootName> rootNames) {
        String rootName = sharedName(importName, rootNames);
        return LedgerInterfaces.holdsTypesAlone(type)
                ? new ComposedInstance.Provider.Types(rootName)
                : new ComposedInstance.Provider.Host(rootName);
    }

    /** The root may import the interface in a newer version, which serves all that ask for older ones. */
    private static String sharedName(String importName, List<RootName> rootNames) {
        ExternalName imported = ExternalName.of(importName);
        return rootNames.stream()
                .filter(RootName.SharedImport.class::isInstance)
                .map(RootName::name)
                .filter(name -> ExternalName.of(name).isCompatibleWith(imported))
                .findFirst()
                .orElse(importName);
    }

    private Diagnostic whole(String id, String message) {
        return Diagnostic.error(id, message, new WholeFile(file.path().toString()));
    }

    private void throwIfAny() {
        if (!diagnostics.isEmpty()) {
            throw new DiagnosticException(diagnostics);
        }
    }
}
