package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs every command that the documents show, in the order in which they stand, and compares what it prints with what
 * the document says. In a document's {@code console} blocks a line that begins with {@code $} is a command and the
 * lines below it are its output, where {@code …} stands for anything: on a line of its own for any number of lines.
 */
class DocumentedCommandsTest {

    private static final Pattern CONSOLE_BLOCK = Pattern.compile("(?ms)^```console\n(.*?)^```$");
    private static final Pattern ANY_COMMAND = Pattern.compile("(?m)^(?:\\$ |\\s{4})?(\\./(?:mvnw|wasmledger)\\b.*)$");

    /** Its commands find what the one before left on disk, and nothing else, as a user's do. */
    private static final String EACH_IN_ITS_PROCESS = "README.md";

    @TempDir
    private Path folder;

    private record Step(String command, List<String> output) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "ARCHITECTURE.md",
                "CONTRIBUTING.md",
                "docs/bindgen.md",
                "docs/components.md",
                "docs/invoke.md",
                "docs/wast.md",
                "docs/wit.md",
                "samples/credits/README.md",
                "samples/household/README.md"
            })
    void saysWhatTheCommandsPrint(String document) throws IOException {
        String text = Files.readString(ProjectFiles.root().resolve(document));
        List<Step> steps = steps(text);
        assertThat(commandsOutsideConsoleBlocks(text))
                .as("commands that no test runs")
                .isEmpty();
        for (String sample : List.of("credits", "household")) {
            ProjectFiles.copySample(sample, folder.resolve("samples"));
        }
        ProjectFiles.writeShop(folder);
        ProjectFiles.writeDocumentedWit(folder.resolve("wit"));
        ProjectFiles.writeDocumentedScript(folder.resolve("scripts"));
        try (CommandLoop loop = new CommandLoop(folder)) {
            for (Step step : steps) {
                check(
                        step,
                        arguments -> document.equals(EACH_IN_ITS_PROCESS)
                                ? Command.wasmledger(folder, arguments)
                                : loop.run(arguments));
            }
        }
    }

    private static void check(Step step, Function<List<String>, Command.Result> wasmledger) throws IOException {
        if (step.command.startsWith("./mvnw")) {
            // A build within the build would never end: CI runs these as they stand.
            assertThat(Files.readString(ProjectFiles.root().resolve(".ci/run"))).contains(step.command);
            return;
        }
        assertThat(step.command).startsWith("./wasmledger");
        List<String> arguments = new ArrayList<>(Command.words(step.command));
        arguments.removeFirst();
        arguments.replaceAll(argument -> argument.replace("../shared/journals", journals()));
        Command.Result result = wasmledger.apply(arguments);
        assertThat(result.output())
                .as("output of %s (errors: %s)", step.command, result.errors())
                .matches(asPattern(step.output));
    }

    private static String journals() {
        Path journals = Path.of(System.getProperty("journals.dir"));
        assumeTrue(Files.isDirectory(journals), "no journals at " + journals);
        return journals.toAbsolutePath().normalize().toString();
    }

    private static List<Step> steps(String document) {
        List<Step> steps = new ArrayList<>();
        Matcher block = CONSOLE_BLOCK.matcher(document);
        while (block.find()) {
            for (String line : block.group(1).lines().toList()) {
                if (line.startsWith("$ ")) {
                    steps.add(new Step(line.substring(2).strip(), new ArrayList<>()));
                } else {
                    steps.getLast().output.add(line);
                }
            }
        }
        return steps;
    }

    private static List<String> commandsOutsideConsoleBlocks(String document) {
        return ANY_COMMAND
                .matcher(CONSOLE_BLOCK.matcher(document).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Output that a document does not show at all is not compared. */
    private static Pattern asPattern(List<String> lines) {
        if (lines.isEmpty()) {
            return Pattern.compile("(?s).*");
        }
        return Pattern.compile(lines.stream()
                .map(line -> line.equals("…")
                        ? "(?:.*\n)*?"
                        : List.of(line.split("…", -1)).stream()
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(".*")) + "\\s*\n")
                .collect(Collectors.joining()));
    }
}
