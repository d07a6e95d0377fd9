package dev.wasmledger.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder under {@code journal} holds a journal, and what reading it gives: transactions or diagnostics. */
class JournalCasesTest {

    private static final Path CASES = Path.of("src/test/resources/journal");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsExpected(String name) throws IOException {
        String text = Files.readString(CASES.resolve(name).resolve("input.journal"));
        String actual;
        try {
            actual = JournalDump.of(JournalReader.read(new SourceFile("input.journal", text)));
        } catch (DiagnosticException wrong) {
            actual = wrong.getMessage() + "\n";
        }
        Path expected = CASES.resolve(name).resolve("expected.txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual)
                .as("%s; -Dbless=true rewrites it", expected)
                .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }
}
