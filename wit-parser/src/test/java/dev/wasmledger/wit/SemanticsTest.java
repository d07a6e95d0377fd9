package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What WIT means, one rule of the specification a folder: {@code input.wit} as it prints when all is resolved. Beside it
 * may lie {@code features} (names to turn on, or {@code *}) and {@code merge} (a world whose imports are merged).
 */
class SemanticsTest {

    private static final Path CASES = Path.of("src/test/resources/semantics");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void printsWhatItMeans(String name) throws IOException {
        Path folder = CASES.resolve(name);
        ResolvedWit wit = load(folder);
        String actual = new WitPrinter(wit).printAll();

        Path expected = folder.resolve("expected.wit");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as("run with -Dbless=true to rewrite %s", expected).isEqualTo(Files.readString(expected));
        ResolvedWit again =
                new WitLoader().text("printed.wit", actual).allFeatures().load().orThrow();
        assertThat(ModelDump.of(again)).isEqualTo(ModelDump.of(wit));
    }

    private static ResolvedWit load(Path folder) throws IOException {
        var loader = new WitLoader().path(folder.resolve("input.wit"));
        Path features = folder.resolve("features");
        if (Files.exists(features)) {
            List<String> names = Files.readAllLines(features);
            if (names.contains("*")) {
                loader.allFeatures();
            } else {
                loader.features(Set.copyOf(names));
            }
        }
        ResolvedWit wit = loader.load().orThrow();
        Path merge = folder.resolve("merge");
        return Files.exists(merge)
                ? wit.withCompatibleImportsMerged(
                        wit.findWorld(Files.readString(merge).strip()).orElseThrow())
                : wit;
    }
}
