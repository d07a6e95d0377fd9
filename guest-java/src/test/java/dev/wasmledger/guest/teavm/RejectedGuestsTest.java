package dev.wasmledger.guest.teavm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guests that cannot become components: each folder has its sources and {@code expected.txt}, what is said of them. */
class RejectedGuestsTest {

    private static final Path CASES = Path.of("src/test/resources/rejected");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsInTheWay(String name, @TempDir Path classes) throws IOException {
        GuestCompileException rejection = catchThrowableOfType(
                GuestCompileException.class, () -> Guests.compile(CASES.resolve(name), classes, 4 << 20));
        assertThat(rejection).as("a rejection of %s", name).isNotNull();

        String said = rejection.problems().stream()
                .map(problem -> problem.place()
                                .map(place -> place.file() + ":" + place.line() + ": ")
                                .orElse("")
                        + problem.message().replace(classes.toString(), "<classes>")
                        + "\n")
                .sorted()
                .collect(Collectors.joining());
        Path expected = CASES.resolve(name).resolve("expected.txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, said);
        }
        assertThat(said)
                .as("rejected/%s/expected.txt (-Dbless=true rewrites it)", name)
                .isEqualTo(Files.readString(expected));
    }
}
