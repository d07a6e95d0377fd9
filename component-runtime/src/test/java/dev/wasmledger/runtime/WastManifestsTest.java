package dev.wasmledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The specification's own scripts for values, resources and linking. What does not pass yet stands in {@code
 * wast-not-yet.txt}, one command a line with its reason; a command that stands there and passes fails the test.
 */
class WastManifestsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("conformance.dir"), "wast-manifests", "component-model");
    private static final List<String> SUITES = List.of("values", "resources", "linking", "binary");

    @BeforeAll
    static void requireCorpus() {
        boolean present = Files.isDirectory(FOLDER);
        assertThat(present || !Boolean.parseBoolean(System.getenv("CI")))
                .as("CI needs the conformance suites in %s", FOLDER)
                .isTrue();
        assumeTrue(present, "no conformance suites in " + FOLDER);
    }

    @ParameterizedTest
    @EnumSource
    void scriptsPass(Execution execution) throws IOException {
        Map<String, String> listed = notYet(execution);
        var unexpected = new ArrayList<String>();
        int commands = 0;
        int failed = 0;
        for (Path script : scripts()) {
            String name = FOLDER.relativize(script).toString();
            WastManifest.Outcome outcome = WastManifest.run(script, execution);
            commands += outcome.commands();
            failed += outcome.failures().size();
            for (String failure : outcome.failures()) {
                String place = name + " " + failure.substring(0, failure.indexOf(": "));
                if (listed.remove(place) == null) {
                    unexpected.add(name + " " + failure);
                }
            }
        }
        System.out.println((commands - failed) + " of " + commands + " commands pass, " + execution);
        assertThat(unexpected).as("commands that fail and are not listed").isEmpty();
        assertThat(listed).as("listed commands that pass").isEmpty();
    }

    private static List<Path> scripts() throws IOException {
        var scripts = new ArrayList<Path>();
        for (String suite : SUITES) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(suite))) {
                files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(scripts::add);
            }
        }
        return scripts;
    }

    /** By place, as in {@code values/strings.json line 12}; what only one execution fails begins with its name. */
    private static Map<String, String> notYet(Execution execution) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        try (var in = WastManifestsTest.class.getResourceAsStream("/wast-not-yet.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int reason = line.indexOf(": ");
                String place = line.substring(0, reason);
                String only = place.substring(0, place.indexOf(' '));
                if (only.equals(execution.name())) {
                    listed.put(place.substring(only.length() + 1), line.substring(reason + 2));
                } else if (only.contains("/")) {
                    listed.put(place, line.substring(reason + 2));
                }
            }
        }
        return listed;
    }
}
