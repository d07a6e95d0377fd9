package dev.wasmledger.composer.internal.ledger;

import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.composer.internal.name.ExternalName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The interfaces that a ledger's components meet in, and those that the host satisfies. */
final class LedgerInterfaces {

    static final String LEDGER = "wasmledger:ledger/ledger";
    static final String POLICY = "wasmledger:ledger/policy";
    static final String SETUP = "wasmledger:ledger/setup";
    static final String PROJECTION = "wasmledger:ledger/projection";

    /** The host gives each instance one of its own. */
    private static final List<ExternalName> OWN = Stream.of(
                    "wasmledger:host/state@0.1.0",
                    "wasmledger:host/config@0.1.0",
                    "wasmledger:host/ids@0.1.0",
                    "wasmledger:host/trace@0.1.0",
                    "wasmledger:host/diagnostics@0.1.0")
            .map(ExternalName::of)
            .toList();

    /** The host gives all instances the same one. */
    private static final List<ExternalName> SHARED = Stream.of(
                    "wasmledger:host/clock@0.1.0", "wasmledger:host/events@0.1.0")
            .map(ExternalName::of)
            .toList();

    private LedgerInterfaces() {}

    /** What an instance must export for its role, without its version. */
    static Optional<String> of(Role role) {
        return switch (role) {
            case ENGINE, PROGRAM, GATE -> Optional.of(LEDGER);
            case POLICY -> Optional.of(POLICY);
            case PROJECTION -> Optional.of(PROJECTION);
            case COMPONENT -> Optional.empty();
        };
    }

    /** The name under which the root imports such a capability for one instance, if it is one. */
    static Optional<String> ownRootName(ExternalName imported, String instance) {
        return OWN.stream()
                .filter(imported::isCompatibleWith)
                .findFirst()
                .map(capability -> capability.base().substring(capability.base().indexOf('/') + 1) + "-" + instance);
    }

    /** Nothing of a ledger's work passes there. */
    static boolean isSetup(String export) {
        return ExternalName.of(export).base().equals(SETUP);
    }

    static boolean isShared(ExternalName imported) {
        return SHARED.stream().anyMatch(imported::isCompatibleWith);
    }

    /** Everything that the host satisfies. */
    static List<ExternalName> ofHost() {
        return Stream.concat(OWN.stream(), SHARED.stream()).toList();
    }

    /** A type that is no resource is nothing to be satisfied: it says how another import is to be understood. */
    static boolean isTypeName(ExternType type) {
        return type instanceof TypeExtern extern && !(extern.type() instanceof ResourceType);
    }

    /** An interface of types has nothing to call: everyone who says the same types agrees. */
    static boolean holdsTypesAlone(ExternType type) {
        return type instanceof InstanceType instance
                && instance.bound().isEmpty()
                && instance.exports().values().stream().allMatch(export -> export.type() instanceof TypeExtern);
    }
}
