package dev.wasmledger.maven.internal;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where a project's WIT comes from.
 *
 * @param own the project's own package, if that folder exists
 * @param dependencies jars and class folders; those with {@link WitLoader#RESOURCE_FOLDER} count
 * @param features of the WIT that are on
 */
public record WitSources(Path own, List<Path> dependencies, List<String> features) {

    /** What stands in for the project's own package where it has none: a loader wants one to start from. */
    private static final String EMPTY_PACKAGE = "package wasmledger:project;\n";

    public WitSources {
        dependencies = List.copyOf(dependencies);
        features = List.copyOf(features);
    }

    /** Without features. */
    public WitSources(Path own, List<Path> dependencies) {
        this(own, dependencies, List.of());
    }

    /** Adds everything that {@link #load} reads to a fingerprint. */
    public Fingerprint addTo(Fingerprint fingerprint) throws IOException {
        fingerprint.addContent(own);
        for (Path dependency : dependencies) {
            fingerprint.addContent(packages(dependency));
        }
        features.forEach(fingerprint::add);
        return fingerprint;
    }

    /**
     * Loads and resolves all packages.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if one is wrong
     */
    public ResolvedWit load() {
        WitLoader loader = new WitLoader().features(Set.copyOf(features));
        for (Path dependency : dependencies) {
            if (Files.exists(packages(dependency))) {
                loader.library(packages(dependency));
            }
        }
        if (Files.isDirectory(own)) {
            loader.path(own);
        } else {
            loader.text(own.toString(), EMPTY_PACKAGE);
        }
        return loader.load().orThrow();
    }

    /** The jar itself, or the folder with packages within a class folder. */
    private static Path packages(Path dependency) {
        return Files.isDirectory(dependency) ? dependency.resolve(WitLoader.RESOURCE_FOLDER) : dependency;
    }
}
