package dev.wasmledger.composer;

import java.util.List;
import java.util.Map;

/**
 * An instance of a composed ledger.
 *
 * @param name in the ledger's file; {@code gate-<policy>} for the gate in front of a policy
 * @param role what it is in the ledger
 * @param component what the file names
 * @param digest of that component
 * @param config what the host answers when the instance asks for its configuration
 * @param imports who satisfies each, in the component's order
 */
public record ComposedInstance(
        String name,
        Role role,
        ComponentReference component,
        Digest digest,
        Map<String, String> config,
        List<Satisfied> imports) {

    public ComposedInstance {
        imports = List.copyOf(imports);
    }

    /** What an instance is in the ledger. */
    public enum Role {
        ENGINE,
        PROGRAM,
        POLICY,
        /** What asks a policy. */
        GATE,
        PROJECTION,
        /** What others import from. */
        COMPONENT
    }

    /** An import and who satisfies it. */
    public record Satisfied(String importName, Provider by) {}

    /** Who satisfies an import. */
    public sealed interface Provider {

        /** Another instance. */
        record Instance(String name) implements Provider {
            @Override
            public String toString() {
                return name;
            }
        }

        /** Nobody has to: the import is an interface of types alone, which the composed component imports too. */
        record Types(String rootName) implements Provider {
            @Override
            public String toString() {
                return "types: " + rootName;
            }
        }

        /** The host, by an import of the composed component. */
        record Host(String rootName) implements Provider {
            @Override
            public String toString() {
                return "host: " + rootName;
            }
        }
    }
}
