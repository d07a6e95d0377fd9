package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import dev.wasmledger.wit.internal.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages in docs/diagnostics: one for each id, and the examples in them are what they say they are. */
class DiagnosticPagesTest {

    private static final Path PAGES =
            Path.of(System.getProperty("project.root", "..")).resolve("docs/diagnostics");
    private static final Pattern FILE =
            Pattern.compile("(?ms)(?:^`([^`\n]+)`:\n\n)?^```(wit|text|console)\n(.*?)^```$");
    private static final Pattern WORLD = Pattern.compile("--world (\\S+)");

    @TempDir
    private Path folder;

    @Test
    void eachIdHasAPageAndEachPageAnId() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("README.md"),
                                    Stream.of(Problem.values()).map(problem -> problem.id() + ".md"))
                            .toList());
        }
        String index = Files.readString(PAGES.resolve("README.md"));
        assertThat(Problem.values()).allSatisfy(problem -> {
            String heading = page(problem).lines().findFirst().orElseThrow();
            String title = heading.substring(("# " + problem.id() + ": ").length());
            assertThat(heading).startsWith("# " + problem.id() + ": ");
            assertThat(index).contains("- [" + problem.id() + "](" + problem.id() + ".md): " + title + "\n");
        });
    }

    /** What is too large does not fit on a page; {@link LimitsTest} has it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TOO_LARGE")
    void theWrongExampleIsWrongAndTheRightOneRight(Problem problem) throws IOException {
        String page = page(problem);
        int right = page.indexOf("\n## Right\n");

        boolean form = problem == Problem.NOT_AS_PRINTED;
        List<Diagnostic> ofWrong = diagnostics(page.substring(page.indexOf("\n## Wrong\n"), right), "wrong", form);
        List<Diagnostic> ofRight = diagnostics(page.substring(right), "right", form);

        assertThat(ofWrong)
                .as(DiagnosticRenderer.render(ofWrong))
                .extracting(Diagnostic::id)
                .containsExactly(problem.id());
        assertThat(ofRight).as(DiagnosticRenderer.render(ofRight)).isEmpty();
    }

    private static String page(Problem problem) {
        try {
            return Files.readString(PAGES.resolve(problem.id() + ".md"));
        } catch (IOException missing) {
            throw new AssertionError("no page of " + problem, missing);
        }
    }

    /** @param form whether the form matters, which is an example's business only where the page is about it */
    private List<Diagnostic> diagnostics(String example, String name, boolean form) throws IOException {
        Path root = Files.createDirectory(folder.resolve(name));
        Map<String, String> files = new TreeMap<>();
        Optional<String> world = Optional.empty();
        for (Matcher block = FILE.matcher(example); block.find(); ) {
            if (block.group(2).equals("console")) {
                world = WORLD.matcher(block.group(3))
                        .results()
                        .map(found -> found.group(1))
                        .findFirst();
            } else {
                files.put(Optional.ofNullable(block.group(1)).orElse("example.wit"), block.group(3));
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        WitResult result = new WitLoader().path(root).load();
        if (result.wit().isEmpty()) {
            return result.diagnostics();
        }
        ResolvedWit wit = result.orThrow();
        try {
            Optional<WorldId> chosen =
                    world.map(asked -> new WorldSelection(wit, result.roots()).select(Optional.of(asked)));
            if (example.contains("--merge-imports")) {
                chosen.ifPresent(wit::withCompatibleImportsMerged);
            }
        } catch (DiagnosticException wrong) {
            return wrong.diagnostics();
        }
        return form ? new WitFormat(wit).check(wit.root()) : List.of();
    }
}
