package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command has examples in its help, and they do what they say where the samples have books. All of them are run in
 * one folder, as a user would.
 */
class HelpExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^  wasmledger ([^|\n]*)");

    @TempDir
    private static Path folder;

    private static CommandLoop commands;

    @BeforeAll
    static void writeWhatTheExamplesName() throws IOException {
        Path household = ProjectFiles.copySample("household", folder.resolve("samples"));
        ProjectFiles.copySample("credits", folder.resolve("samples"));
        ProjectFiles.writeShop(folder);
        Files.copy(household.resolve("journal.dat"), folder.resolve("journal.dat"));
        ProjectFiles.writeDocumentedWit(folder.resolve("wit"));
        ProjectFiles.writeDocumentedScript(folder.resolve("scripts"));
        commands = new CommandLoop(folder);
        succeeds(List.of("run", "samples/credits/ledger.yaml"));
        succeeds(List.of("import", "samples/household/ledger.yaml", "journal.dat"));
    }

    @AfterAll
    static void close() throws IOException {
        commands.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "compose",
                "deploy",
                "import",
                "balances",
                "revert",
                "log",
                "log show",
                "log verify",
                "log prove",
                "replay",
                "why",
                "invoke",
                "wit",
                "embed",
                "componentize",
                "inspect",
                "validate",
                "targets",
                "bindgen",
                "bindgen host",
                "bindgen guest",
                "wast"
            })
    void examplesRun(String command) {
        Command.Result help = succeeds(Command.words(command + " --help"));

        List<String> examples = EXAMPLE.matcher(help.output())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            succeeds(Command.words(example));
        }
    }

    private static Command.Result succeeds(List<String> arguments) {
        Command.Result result = commands.run(arguments);
        assertThat(result.exitCode()).as("%s: %s", arguments, result.errors()).isZero();
        return result;
    }
}
