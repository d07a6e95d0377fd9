package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command has examples in its help, and they do what they say where the samples have books. */
class HelpExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^  wasmledger ([^|\n]*)");

    @TempDir
    private Path folder;

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
    void examplesRun(String command) throws IOException {
        Path household = ProjectFiles.copySample("household", folder.resolve("samples"));
        ProjectFiles.copySample("credits", folder.resolve("samples"));
        ProjectFiles.writeShop(folder);
        Files.copy(household.resolve("journal.dat"), folder.resolve("journal.dat"));
        ProjectFiles.writeDocumentedWit(folder.resolve("wit"));
        ProjectFiles.writeDocumentedScript(folder.resolve("scripts"));
        Command.wasmledger(folder, List.of("run", "samples/credits/ledger.yaml"));
        Command.wasmledger(folder, List.of("import", "samples/household/ledger.yaml", "journal.dat"));

        Command.Result help = Command.wasmledger(folder, Command.words(command + " --help"));

        assertThat(help.exitCode()).isZero();
        List<String> examples = EXAMPLE.matcher(help.output())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            Command.Result result = Command.wasmledger(folder, Command.words(example));
            assertThat(result.exitCode()).as("%s: %s", example, result.errors()).isZero();
        }
    }
}
