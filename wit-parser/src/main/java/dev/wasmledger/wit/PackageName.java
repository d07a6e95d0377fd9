package dev.wasmledger.wit;

import java.util.Optional;

/**
 * A package's name: {@code wasi:clocks@0.2.0}.
 *
 * @param namespace before the colon
 * @param name behind it
 * @param version if it has one
 */
public record PackageName(String namespace, String name, Optional<SemanticVersion> version) {

    /** The name of one of the package's interfaces or worlds: {@code wasi:clocks/wall-clock@0.2.0}. */
    public String itemName(String item) {
        return namespace + ":" + name + "/" + item + version.map(v -> "@" + v).orElse("");
    }

    @Override
    public String toString() {
        return namespace + ":" + name + version.map(v -> "@" + v).orElse("");
    }
}
