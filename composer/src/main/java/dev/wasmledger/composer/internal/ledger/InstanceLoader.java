package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.composer.ComponentReference;
import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.composer.LedgerFile.Part;
import dev.wasmledger.composer.LoadedComponent;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Loads the components of a ledger's file and gives each its place. */
final class InstanceLoader {

    private static final ComponentReference GATE = new ComponentReference.PackageId("wasmledger", "gate", "0.1.0");

    /** The key under which a gate asks for the name of its policy. */
    private static final String POLICY_KEY = "policy";

    private final LedgerFile file;
    private final ComponentStore store;
    private final Consumer<Diagnostic> report;
    private final Map<ComponentReference, Optional<LoadedComponent>> loaded = new HashMap<>();
    private final Map<String, LedgerInstance> instances = new LinkedHashMap<>();

    private InstanceLoader(LedgerFile file, ComponentStore store, Consumer<Diagnostic> report) {
        this.file = file;
        this.store = store;
        this.report = report;
    }

    /** The instances in the file's order, each gate behind its policy; what cannot be loaded is reported. */
    static List<LedgerInstance> load(LedgerFile file, ComponentStore store, Consumer<Diagnostic> report) {
        var loader = new InstanceLoader(file, store, report);
        loader.add(file.engine(), Role.ENGINE);
        loader.addChain();
        file.projections().forEach(part -> loader.add(part, Role.PROJECTION));
        file.components().forEach(part -> loader.add(part, Role.COMPONENT));
        return List.copyOf(loader.instances.values());
    }

    /** Whom the host talks to: the first of the chain that leads to the engine. */
    static String head(LedgerFile file) {
        return chain(file).getFirst();
    }

    /** The names of those that export {@code ledger}, from the host to the engine. */
    private static List<String> chain(LedgerFile file) {
        List<String> chain = new ArrayList<>();
        file.programs().forEach(program -> chain.add(program.name()));
        file.policies().forEach(policy -> chain.add(gateName(policy)));
        chain.add(file.engine().name());
        return chain;
    }

    private static String gateName(Part policy) {
        return "gate-" + policy.name();
    }

    private void addChain() {
        List<String> chain = chain(file);
        int next = 1;
        for (Part program : file.programs()) {
            add(program, Role.PROGRAM, Map.of(LedgerInterfaces.LEDGER, chain.get(next++)));
        }
        for (Part policy : file.policies()) {
            add(policy, Role.POLICY);
            addGate(policy, chain.get(next++));
        }
    }

    private void add(Part part, Role role) {
        add(part, role, Map.of());
    }

    private void add(Part part, Role role, Map<String, String> chain) {
        component(part.component(), part.componentSpan())
                .ifPresent(component -> add(
                        new LedgerInstance(
                                part.name(),
                                role,
                                part.component(),
                                component,
                                part.componentSpan(),
                                part.config(),
                                part.with(),
                                chain),
                        part.nameSpan()));
    }

    private void addGate(Part policy, String next) {
        component(GATE, policy.nameSpan())
                .ifPresent(gate -> add(
                        new LedgerInstance(
                                gateName(policy),
                                Role.GATE,
                                GATE,
                                gate,
                                policy.nameSpan(),
                                Map.of(POLICY_KEY, policy.name()),
                                List.of(),
                                Map.of(LedgerInterfaces.LEDGER, next, LedgerInterfaces.POLICY, policy.name())),
                        policy.nameSpan()));
    }

    private void add(LedgerInstance instance, Span nameSpan) {
        LedgerInstance first = instances.putIfAbsent(instance.name(), instance);
        if (first != null) {
            report.accept(
                    Diagnostic.error("COMPOSE0302", "two instances are called `" + instance.name() + "`", nameSpan)
                            .withLabel(first.place(), "the other one"));
            return;
        }
        if (LedgerInterfaces.of(instance.role()).isPresent()
                && instance.roleExport().isEmpty()) {
            String message = "`" + instance.name() + "` does not export "
                    + LedgerInterfaces.of(instance.role()).get() + ", which its place in the ledger demands";
            report.accept(
                    Diagnostic.error("COMPOSE0303", message, instance.place()).withHint(exportsHint(instance)));
        }
    }

    private static String exportsHint(LedgerInstance instance) {
        List<String> names = new ArrayList<>();
        instance.exports().forEach(export -> names.add(export.text()));
        return names.isEmpty() ? "it exports nothing" : "it exports " + String.join(", ", names);
    }

    private Optional<LoadedComponent> component(ComponentReference reference, Span place) {
        Optional<LoadedComponent> known = loaded.get(reference);
        if (known == null) {
            known = load(reference, place);
            loaded.put(reference, known);
        }
        return known;
    }

    private Optional<LoadedComponent> load(ComponentReference reference, Span place) {
        byte[] bytes;
        try {
            bytes = store.read(reference, file.folder(), place);
        } catch (DiagnosticException e) {
            e.diagnostics().forEach(report);
            return Optional.empty();
        }
        if (ComponentDecoder.isCoreModule(bytes)) {
            report.accept(Diagnostic.error("COMPOSE0301", "`" + reference.text() + "` is no component", place)
                    .withHint("it is a core module; the Maven plugin's goal `componentize` makes a component of one"));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    reference instanceof ComponentReference.PackageId shipped
                            ? LoadedComponent.shipped(shipped, bytes)
                            : LoadedComponent.load(reference.text(), bytes));
        } catch (DiagnosticException e) {
            Diagnostic first = e.diagnostics().getFirst();
            report.accept(Diagnostic.error("COMPOSE0301", "`" + reference.text() + "` is no component", place)
                    .withLabel(first.primary(), first.message()));
            return Optional.empty();
        }
    }
}
