package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import dev.wasmledger.wit.internal.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder a case: {@code input.wit}, or a folder {@code input}, and what is said about it in {@code expected.txt}. */
class DiagnosticCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    /** What needs files that cannot be read or are too large to be kept here, a name to choose by, or to be right. */
    private static final Set<Problem> TESTED_ELSEWHERE = EnumSet.of(
            Problem.UNREADABLE,
            Problem.TOO_LARGE,
            Problem.WORLD_NOT_FOUND,
            Problem.WORLD_AMBIGUOUS,
            Problem.INCOMPATIBLE_VERSIONS,
            Problem.NOT_AS_PRINTED);

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhatIsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        Path file = folder.resolve("input.wit");
        WitResult result = new WitLoader()
                .path(Files.exists(file) ? file : folder.resolve("input"))
                .load();
        String rendered = DiagnosticRenderer.render(result.diagnostics());
        String actual = rendered.replace(folder + "/", "") + "\n";

        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as("run with -Dbless=true to rewrite %s", expected).isEqualTo(Files.readString(expected));
    }

    @Test
    void everyKindOfDiagnosticHasACase() throws IOException {
        var said = new StringBuilder();
        for (String name : cases()) {
            said.append(Files.readString(CASES.resolve(name).resolve("expected.txt")));
        }
        Set<Problem> missing = Stream.of(Problem.values())
                .filter(problem -> !TESTED_ELSEWHERE.contains(problem))
                .filter(problem -> said.indexOf("[" + problem.id() + "]") < 0)
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
    }
}
