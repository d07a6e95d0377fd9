package dev.wasmledger.components.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of cases holds requests to an engine, and what it makes of them. */
class EngineTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decidesAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        String said = new Script().run(Files.readString(folder.resolve("requests.txt")));
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, said);
        }
        assertThat(said)
                .as("cases/%s/expected.txt (-Dbless=true rewrites it)", name)
                .isEqualTo(Files.readString(expected));
    }
}
