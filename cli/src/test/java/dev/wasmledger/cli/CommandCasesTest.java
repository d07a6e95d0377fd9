package dev.wasmledger.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case is a command line in {@code arguments}, with <code>{}</code> for the folder that the case's files are copied to,
 * and what it prints and how it ends. None of them gets as far as running a ledger.
 */
class CommandCasesTest {

    private static final String FOLDER = "commands";

    @TempDir
    private Path folder;

    static Stream<String> cases() throws IOException {
        return Cases.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsAsExpected(String name) throws IOException {
        copy(name);
        String here = folder.toString();
        String line = Cases.input(FOLDER, name, "arguments").strip();
        String[] arguments =
                line.isEmpty() ? new String[0] : line.replace("{}", here).split(" ", -1);
        var out = new StringWriter();
        var err = new StringWriter();

        int exitCode = WasmLedger.commandLine()
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);

        String actual = "exit code %d%n--- out%n%s--- err%n%s".formatted(exitCode, out, err);
        Cases.assertExpected(FOLDER, name, actual.replace(here, "{}"));
    }

    private void copy(String name) throws IOException {
        Path source = Path.of("src/test/resources", FOLDER, name);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
