package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.validation.Mismatch;
import dev.wasmledger.component.validation.Subtyping;
import dev.wasmledger.composer.CompositionGraph.Argument;
import dev.wasmledger.composer.LedgerFile.With;
import dev.wasmledger.composer.internal.name.ExternalName;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds who satisfies the imports of each instance. */
final class ImportMatcher {

    private final List<LedgerInstance> instances;
    private final Consumer<Diagnostic> report;

    ImportMatcher(List<LedgerInstance> instances, Consumer<Diagnostic> report) {
        this.instances = instances;
        this.report = report;
    }

    /**
     * What satisfies the imports of an instance, by import name; an import without an entry is left to the host under its
     * own name. What nothing satisfies is reported.
     */
    Map<String, Argument> match(LedgerInstance instance) {
        var arguments = new LinkedHashMap<String, Argument>();
        instance.component().type().imports().forEach((name, declared) -> {
            if (!LedgerInterfaces.isTypeName(declared.type())) {
                argument(instance, ExternalName.of(name), declared.type())
                        .ifPresent(argument -> arguments.put(name, argument));
            }
        });
        instance.with().forEach(with -> checkImportExists(instance, with));
        return arguments;
    }

    private Optional<Argument> argument(LedgerInstance instance, ExternalName imported, ExternType type) {
        Optional<With> with =
                instance.with().stream().filter(entry -> names(entry, imported)).findFirst();
        if (with.isPresent()) {
            return explicit(instance, imported, type, with.get());
        }
        String inChain = instance.chain().get(imported.base());
        if (inChain != null) {
            return instance(inChain).flatMap(provider -> from(provider, instance, imported, type, instance.place()));
        }
        Optional<String> ownRootName = LedgerInterfaces.ownRootName(imported, instance.name());
        if (ownRootName.isPresent()) {
            return ownRootName.map(Argument.FromRoot::new);
        }
        if (LedgerInterfaces.isShared(imported) || LedgerInterfaces.holdsTypesAlone(type)) {
            return Optional.empty();
        }
        return onlyCandidate(instance, imported, type);
    }

    private static boolean names(With with, ExternalName imported) {
        return with.importName().equals(imported.text()) || with.importName().equals(imported.base());
    }

    private Optional<Argument> explicit(LedgerInstance instance, ExternalName imported, ExternType type, With with) {
        Optional<LedgerInstance> provider = instance(with.instance());
        if (provider.isEmpty()) {
            List<String> names = instances.stream().map(LedgerInstance::name).toList();
            String hint = NearestName.of(with.instance(), names)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("the instances are " + String.join(", ", names));
            report.accept(Diagnostic.error(
                            "COMPOSE0304", "there is no instance `" + with.instance() + "`", with.instanceSpan())
                    .withHint(hint));
            return Optional.empty();
        }
        return from(provider.get(), instance, imported, type, with.instanceSpan());
    }

    private void checkImportExists(LedgerInstance instance, With with) {
        List<String> imports = List.copyOf(instance.component().type().imports().keySet());
        if (imports.stream().map(ExternalName::of).noneMatch(imported -> names(with, imported))) {
            String message = "`" + instance.name() + "` does not import `" + with.importName() + "`";
            report.accept(Diagnostic.error("COMPOSE0305", message, with.importSpan())
                    .withHint(NearestName.of(with.importName(), imports)
                            .map(near -> "did you mean `" + near + "`?")
                            .or(() -> Optional.of("it imports " + String.join(", ", imports)))));
        }
    }

    private Optional<LedgerInstance> instance(String name) {
        return instances.stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst();
    }

    /** The export of a chosen instance, if it has one that fits. */
    private Optional<Argument> from(
            LedgerInstance provider, LedgerInstance instance, ExternalName imported, ExternType type, Span place) {
        Optional<ExternalName> export = provider.exportFor(imported);
        if (export.isEmpty()) {
            String message = "`" + provider.name() + "` does not export " + imported.text() + ", which `"
                    + instance.name() + "` imports";
            report.accept(Diagnostic.error("COMPOSE0306", message, place)
                    .withHint(nearestExport(imported, Stream.of(provider))));
            return Optional.empty();
        }
        checkTypes(provider, export.get(), instance, imported, type, place);
        return Optional.of(new Argument.FromNode(provider.name(), export.get().text()));
    }

    private Optional<Argument> onlyCandidate(LedgerInstance instance, ExternalName imported, ExternType type) {
        List<LedgerInstance> candidates = others(instance)
                .filter(other -> other.exportFor(imported).isPresent())
                .toList();
        return switch (candidates.size()) {
            case 0 -> {
                String message = "`" + instance.name() + "` imports " + imported.text() + ", and nothing satisfies it";
                report.accept(Diagnostic.error("COMPOSE0307", message, instance.place())
                        .withHint(nearestExport(imported, others(instance))));
                yield Optional.empty();
            }
            case 1 -> from(candidates.getFirst(), instance, imported, type, instance.place());
            default -> {
                report.accept(ambiguous(instance, imported, candidates));
                yield Optional.empty();
            }
        };
    }

    private Stream<LedgerInstance> others(LedgerInstance instance) {
        return instances.stream().filter(other -> !other.name().equals(instance.name()));
    }

    private static Diagnostic ambiguous(
            LedgerInstance instance, ExternalName imported, List<LedgerInstance> candidates) {
        String message = "`" + instance.name() + "` imports " + imported.text() + ", which " + candidates.size()
                + " instances export";
        Diagnostic diagnostic = Diagnostic.error("COMPOSE0308", message, instance.place());
        for (LedgerInstance candidate : candidates) {
            diagnostic = diagnostic.withLabel(candidate.place(), "`" + candidate.name() + "` does");
        }
        return diagnostic.withHint("say which one: `with: {\"" + imported.base() + "\": "
                + candidates.getFirst().name() + "}`");
    }

    private void checkTypes(
            LedgerInstance provider,
            ExternalName export,
            LedgerInstance instance,
            ExternalName imported,
            ExternType required,
            Span place) {
        // Whose resources they are shows only when all is linked, and is checked then.
        if (!instance.component().type().importedResources().isEmpty()) {
            return;
        }
        Optional<Mismatch> mismatch = provider.component()
                .type()
                .exportType(export.text())
                .flatMap(provided -> Subtyping.mismatch(provided, required));
        mismatch.ifPresent(difference -> report.accept(Diagnostic.error(
                        "COMPOSE0309",
                        "what `" + provider.name() + "` exports as " + export.text() + " is not what `"
                                + instance.name() + "` imports as " + imported.text() + ": " + difference.text(),
                        place)
                .withLabel(provider.place(), "`" + provider.name() + "` is this component")));
    }

    /** Who came near: the same interface in another version, or one with a similar name. */
    private static Optional<String> nearestExport(ExternalName imported, Stream<LedgerInstance> among) {
        var sameInterface = new ArrayList<String>();
        var owners = new LinkedHashMap<String, String>();
        LedgerInterfaces.ofHost().forEach(name -> note(imported, name, "the host", sameInterface, owners));
        among.forEach(other ->
                other.exports().forEach(name -> note(imported, name, "`" + other.name() + "`", sameInterface, owners)));
        if (!sameInterface.isEmpty()) {
            return Optional.of(String.join(", ", sameInterface) + ", a version that cannot stand for it");
        }
        return NearestName.of(imported.text(), owners.keySet()).map(near -> owners.get(near) + " has " + near);
    }

    private static void note(
            ExternalName imported,
            ExternalName name,
            String owner,
            List<String> sameInterface,
            Map<String, String> owners) {
        if (name.base().equals(imported.base())) {
            sameInterface.add(owner + " has " + name.text());
        }
        owners.putIfAbsent(name.text(), owner);
    }
}
