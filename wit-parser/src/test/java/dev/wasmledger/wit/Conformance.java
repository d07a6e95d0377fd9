package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The reference projects' suites: where they lie, and what of them does not pass yet.
 *
 * <p>A list in {@code src/test/resources/conformance} names each case that does not pass, with its reason; a case that
 * is in a list and passes fails the build, so that lists only shrink.
 */
final class Conformance {

    private Conformance() {}

    /** A suite's folder; where it is absent the test is skipped, on a CI machine it fails. */
    static Path suite(String name) {
        Path folder = Path.of(System.getProperty("conformance.dir", "../../shared/conformance"), name);
        if (System.getenv("CI") != null) {
            assertThat(folder).isDirectory();
        }
        assumeTrue(Files.isDirectory(folder), () -> "no conformance suite at " + folder.toAbsolutePath());
        return folder;
    }

    /**
     * Compares what did not pass with the list.
     *
     * @param cases how many were tried
     * @param failed case to what is wrong with it
     */
    static void check(String list, int cases, Map<String, String> failed) {
        System.out.printf("%s: %d of %d%n", list, cases - failed.size(), cases);
        Map<String, String> listed = read(list);
        Map<String, String> unexpected = new TreeMap<>(failed);
        unexpected.keySet().removeAll(listed.keySet());
        assertThat(unexpected)
                .as("cases that fail and are not in conformance/%s.txt", list)
                .isEmpty();
        assertThat(listed.keySet())
                .as("cases in conformance/%s.txt that pass: take them out", list)
                .isSubsetOf(failed.keySet());
    }

    private static Map<String, String> read(String list) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : lines(list)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                assertThat(colon).as("a line is `case: reason`: %s", line).isPositive();
                reasons.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return reasons;
    }

    private static List<String> lines(String list) {
        return Optional.ofNullable(Conformance.class.getResource("/conformance/" + list + ".txt"))
                .map(url -> {
                    try (Stream<String> lines = Files.lines(Path.of(url.toURI()))) {
                        return lines.toList();
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    } catch (java.net.URISyntaxException wrong) {
                        throw new IllegalStateException(wrong);
                    }
                })
                .orElse(List.of());
    }
}
