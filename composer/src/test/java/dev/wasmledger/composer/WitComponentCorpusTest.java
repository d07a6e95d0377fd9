package dev.wasmledger.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.composer.internal.encode.TopLevelScope;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> actual = outline(ComponentDecoder.decode("actual", component));
        Set<String> expected =
                outline(ComponentDecoder.decode("expected", Files.readAllBytes(folder.resolve("component.wasm"))));
        return actual.equals(expected) ? Optional.empty() : Optional.of("expected " + expected + " but was " + actual);
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

    /** The names of all that a component imports, with what is in it, and of all that it exports. */
    private static Set<String> outline(Component component) {
        TopLevelScope scope = TopLevelScope.of(component);
        var outline = new TreeSet<String>();
        for (Definition definition : component.definitions().toList()) {
            switch (definition) {
                case Import(var name, ExternDesc.Instance(Index.Type type)) ->
                    outline.add("import " + name.name() + " "
                            + members(scope.instanceType(type).declarators()));
                case Import(var name, var type) -> outline.add("import " + name.name() + " " + type.sort());
                case Export export ->
                    outline.add("export " + export.name().name() + " "
                            + export.index().sort());
                default -> {
                    // It cannot be seen from outside.
                }
            }
        }
        return outline;
    }

    private static List<String> members(List<?> declarators) {
        return declarators.stream()
                .filter(ExportDecl.class::isInstance)
                .map(export -> ((ExportDecl) export).name().name())
                .sorted()
                .toList();
    }
}
