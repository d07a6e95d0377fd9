package dev.wasmledger.benchmarks.boundary;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Wasmtime, as a C host would drive it. This class is for JDKs without the foreign-function API, which is final since 22:
 * the jar has another one for those.
 */
final class Wasmtime {

    private Wasmtime() {}

    /** Nothing here. */
    static Optional<Peer> open(Path library, Path folder) {
        return Optional.empty();
    }
}
