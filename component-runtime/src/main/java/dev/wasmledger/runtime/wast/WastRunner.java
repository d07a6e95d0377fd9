package dev.wasmledger.runtime.wast;

import dev.wasmledger.component.Features;
import dev.wasmledger.runtime.Execution;
import dev.wasmledger.runtime.internal.wast.Manifest;
import dev.wasmledger.runtime.internal.wast.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs scripts in the form of manifests: a JSON file that lists the script's commands, and a binary beside it for each of
 * its modules and components, as {@code wasm-tools json-from-wast} writes them.
 *
 * <p>Valid components count as such where they are only defined; where they import nothing they are instantiated as well.
 * A rejection must be for the rule that the script names, and a trap for the reason.
 */
public final class WastRunner {

    private final Execution execution;
    private final Function<Path, Features> features;

    /**
     * Runs scripts in that way.
     *
     * @param features what is on for the script with that manifest
     */
    public WastRunner(Execution execution, Function<Path, Features> features) {
        this.execution = execution;
        this.features = features;
    }

    /**
     * Runs one script.
     *
     * @throws IllegalArgumentException if the file is no manifest
     */
    public ScriptReport run(Path manifest) throws IOException {
        return new ScriptReport(manifest, ScriptRun.of(Manifest.read(manifest), execution, features.apply(manifest)));
    }

    /** The manifests among a path: itself, or those in the folder and its folders, in the order of their names. */
    public static List<Path> manifests(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .filter(Manifest::isManifest)
                    .sorted()
                    .toList();
        }
    }
}
