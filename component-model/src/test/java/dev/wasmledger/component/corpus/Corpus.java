package dev.wasmledger.component.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference projects' test data, and the lists of what does not pass yet. */
public final class Corpus {

    private Corpus() {}

    /** The folder of that suite. Skips the test where the data is absent, but not in CI. */
    public static Path suite(String name) {
        Path suite = Path.of(System.getProperty("conformance.dir")).resolve(name);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(suite).isDirectory();
        }
        assumeTrue(Files.isDirectory(suite), () -> "no " + suite);
        return suite;
    }

    /** All files below a folder with that ending, in order. */
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares what failed with the checked-in list {@code src/test/resources/corpus/<name>.txt}, a line of
     * {@code case: reason} for each; {@code -Dbless=true} rewrites the list.
     *
     * @param failures what went wrong, by case
     */
    public static void check(String name, int total, Map<String, String> failures) {
        System.out.printf("%s: %d of %d%n", name, total - failures.size(), total);
        Path list = Path.of("src/test/resources/corpus", name + ".txt");
        try {
            if (Boolean.getBoolean("bless")) {
                Files.write(list, lines(new TreeMap<>(failures)));
            }
            List<String> listed = Files.exists(list) ? Files.readAllLines(list) : List.of();
            assertThat(cases(lines(new TreeMap<>(failures))))
                    .as(
                            "cases that fail; those in %s are expected to, -Dbless=true rewrites it. All failures:%n%s",
                            list, String.join("\n", lines(new TreeMap<>(failures))))
                    .isEqualTo(cases(listed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Map<String, String> failures) {
        List<String> lines = new ArrayList<>();
        failures.forEach((name, reason) ->
                lines.add(name + ": " + reason.lines().findFirst().orElse("")));
        return lines;
    }

    private static List<String> cases(List<String> lines) {
        return lines.stream().map(line -> line.split(": ", 2)[0]).collect(Collectors.toList());
    }
}
