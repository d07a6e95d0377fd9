package dev.wasmledger.cli;

import dev.wasmledger.cli.wasm.BinaryWit;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitResult;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.WorldSelection;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which world of some WIT is meant. */
final class WorldOptions {

    /** What is said of the argument that the WIT is taken from. */
    static final String WIT = "A .wit file; a folder whose .wit files make up a package, and whose deps holds what it "
            + "uses; a jar with packages in META-INF/wit; mvn:group:artifact:version; or a .wasm file: a package in binary "
            + "form, a component, or a core module that says its world.";

    @Option(
            names = {"-w", "--world"},
            paramLabel = "WORLD",
            description = "The world: its name, or one such as wasi:http/proxy@0.2.0. May be left out where there is "
                    + "only one.")
    private @Nullable String world;

    @Mixin
    private FeatureOptions features = new FeatureOptions();

    /** A world, and the WIT that it is of. */
    record Chosen(ResolvedWit wit, WorldId world) {
        String name() {
            return wit.worldName(world);
        }
    }

    /**
     * Loads WIT and finds the world in it.
     *
     * @throws DiagnosticException if the WIT is wrong, or has no such world
     */
    Chosen load(Path path) {
        Optional<ResolvedWit> binary = BinaryWit.worldOf(path);
        if (binary.isPresent()) {
            return choose(binary.get(), List.of(binary.get().root()));
        }
        WitResult result = features.loader().path(path).load();
        ResolvedWit wit = result.orThrow();
        return choose(wit, result.roots());
    }

    private Chosen choose(ResolvedWit wit, List<PackageId> roots) {
        return new Chosen(wit, new WorldSelection(wit, roots).select(Optional.ofNullable(world)));
    }
}
