package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.composer.ComponentReference;
import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.composer.LedgerFile.With;
import dev.wasmledger.composer.LoadedComponent;
import dev.wasmledger.composer.internal.name.ExternalName;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instance to be linked.
 *
 * @param role what it is in the ledger
 * @param place where the file names its component
 * @param with what the file says of its imports
 * @param chain what its place in the chain says of its imports: interface without version to instance
 */
record LedgerInstance(
        String name,
        Role role,
        ComponentReference reference,
        LoadedComponent component,
        Span place,
        Map<String, String> config,
        List<With> with,
        Map<String, String> chain) {

    List<ExternalName> exports() {
        return component.type().exports().keySet().stream()
                .map(ExternalName::of)
                .toList();
    }

    /** The export that can stand for an import, if there is one. */
    Optional<ExternalName> exportFor(ExternalName imported) {
        return exports().stream().filter(imported::isCompatibleWith).findFirst();
    }

    /** The export of the interface that its role asks for. */
    Optional<ExternalName> roleExport() {
        return LedgerInterfaces.of(role).flatMap(this::export);
    }

    /** The export of an interface, whatever its version. */
    Optional<ExternalName> export(String base) {
        return exports().stream().filter(export -> export.base().equals(base)).findFirst();
    }
}
