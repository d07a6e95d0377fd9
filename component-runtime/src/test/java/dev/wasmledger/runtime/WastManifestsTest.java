package dev.wasmledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.component.reference.ReferenceScripts;
import dev.wasmledger.runtime.wast.CommandReport;
import dev.wasmledger.runtime.wast.Outcome;
import dev.wasmledger.runtime.wast.ScriptReport;
import dev.wasmledger.runtime.wast.WastRunner;
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
 * The scripts of the specification and of its reference tools, compiled and interpreted. What does not pass yet stands in
 * {@code wast-not-yet.txt}, a script or a command a line with its reason; one that stands there and passes fails the test.
 */
class WastManifestsTest {

    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir"), "wast-manifests");

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
        var runner = new WastRunner(execution, ReferenceScripts::features);
        Map<String, String> listed = notYet(execution);
        var unexpected = new ArrayList<String>();
        int commands = 0;
        int passed = 0;
        int skipped = 0;
        for (Path script : WastRunner.manifests(FOLDER)) {
            ScriptReport report = runner.run(script);
            commands += report.total();
            passed += report.passed();
            skipped += report.skipped();
            boolean isListed = !problems(report).isEmpty() && listed.remove(name(script)) != null;
            for (String problem : isListed ? List.<String>of() : problems(report)) {
                if (listed.remove(problem.substring(0, problem.indexOf(": "))) == null) {
                    unexpected.add(problem);
                }
            }
        }
        System.out.println(passed + " of " + commands + " commands pass, " + skipped + " are skipped, " + execution);
        assertThat(unexpected)
                .as("commands that do not pass and are not listed")
                .isEmpty();
        assertThat(listed).as("listed commands that pass").isEmpty();
    }

    private static String name(Path script) {
        return FOLDER.relativize(script).toString();
    }

    /** A line for each command that failed, and one for a script that needs what is not built. */
    private static List<String> problems(ScriptReport report) {
        String name = name(report.script());
        var problems = new ArrayList<String>();
        for (CommandReport command : report.commands()) {
            if (command.outcome() instanceof Outcome.Failed(String reason)) {
                problems.add(name + " line " + command.line() + ": " + command.type() + ": " + reason);
            }
        }
        if (report.notBuilt() > 0) {
            problems.add(name + " needs more than there is: " + String.join("; ", report.missing()));
        }
        return problems;
    }

    /** By place: a script, or as in {@code strings.json line 12}; what only one execution fails begins with its name. */
    private static Map<String, String> notYet(Execution execution) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        try (var in = WastManifestsTest.class.getResourceAsStream("/wast-not-yet.txt");
                Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()) {
            lines.forEach(line -> {
                int reason = line.indexOf(": ");
                String place = line.substring(0, reason);
                String own = execution.name() + " ";
                if (place.startsWith(own)) {
                    listed.put(place.substring(own.length()), line.substring(reason + 2));
                } else if (!place.matches("[A-Z]+ .*")) {
                    listed.put(place, line.substring(reason + 2));
                }
            });
        }
        return listed;
    }
}
