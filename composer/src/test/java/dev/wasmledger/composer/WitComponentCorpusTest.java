package dev.wasmledger.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.Subtyping;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The reference's cases of componentizing: a core module and its world, and the component that comes of them, or an error.
 */
class WitComponentCorpusTest {

    private static final Path NOT_YET = Path.of("src", "test", "resources", "wit-component-not-yet.txt");

    @Test
    void makesTheReferencesComponents() throws IOException {
        Path folder =
                Path.of(System.getProperty("conformance.dir"), "wit-component/crates/wit-component/tests/components");
        assumeTrue(
                Files.isDirectory(folder) || "true".equals(System.getenv("CI")),
                "the reference projects' test data is not here");
        Map<String, String> notYet = notYet();
        var failed = new ArrayList<String>();
        var wrongly = new ArrayList<String>();
        int count = 0;
        try (Stream<Path> cases = Files.list(folder)) {
            for (Path path : cases.sorted().toList()) {
                String name = path.getFileName().toString();
                Optional<String> problem = problem(path);
                count++;
                if (problem.isPresent() && !notYet.containsKey(name)) {
                    failed.add(name + ": " + problem.get());
                } else if (problem.isEmpty() && notYet.containsKey(name)) {
                    wrongly.add(name);
                }
            }
        }
        System.out.printf("wit-component: %d of %d%n", count - notYet.size(), count);
        assertThat(failed).isEmpty();
        assertThat(wrongly).as("listed in %s, but they pass", NOT_YET).isEmpty();
    }

    private static Map<String, String> notYet() throws IOException {
        return Files.readAllLines(NOT_YET).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Optional<String> problem(Path folder) throws IOException {
        boolean mustFail = Files.exists(folder.resolve("error.txt"));
        if (!Files.exists(folder.resolve("module.wasm"))) {
            return Optional.of("no single module");
        }
        byte[] module = Files.readAllBytes(folder.resolve("module.wasm"));
        byte[] component;
        try {
            ResolvedWit wit = wit(folder);
            WorldId world = wit.findWorld("module").orElseThrow();
            component = Componentizer.componentize("module.wasm", module, wit, world);
            assertThat(Componentizer.componentize("module.wasm", module, wit, world))
                    .as("the same inputs give the same bytes")
                    .isEqualTo(component);
        } catch (DiagnosticException e) {
            return mustFail ? Optional.empty() : Optional.of(e.getMessage());
        }
        if (mustFail) {
            return Optional.of("it should have been refused");
        }
        ComponentType actual = typeOf("actual", component);
        ComponentType expected = typeOf("expected", Files.readAllBytes(folder.resolve("component.wasm")));
        return Subtyping.mismatch(actual, expected)
                .map(mismatch -> "does not fit where the reference's does: " + mismatch.text())
                .or(() -> Subtyping.mismatch(expected, actual)
                        .map(mismatch -> "fits where the reference's does not: " + mismatch.text()));
    }

    private static ComponentType typeOf(String name, byte[] component) {
        return ComponentValidator.validate(name, ComponentDecoder.decode(name, component), Features.DEFAULT)
                .type();
    }

    private static ResolvedWit wit(Path folder) {
        var loader = new WitLoader();
        if (Files.isDirectory(folder.resolve("deps"))) {
            loader.library(folder.resolve("deps"));
        }
        return loader.path(folder.resolve("module.wit"))
                .features(Set.of("active"))
                .load()
                .orThrow();
    }
}
