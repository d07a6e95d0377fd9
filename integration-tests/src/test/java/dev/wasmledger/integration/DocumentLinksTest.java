package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that points at a file of the project points at one that exists. */
class DocumentLinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.find(
                ProjectFiles.root(),
                6,
                (path, attributes) -> path.toString().endsWith(".md")
                        && !ProjectFiles.root().relativize(path).toString().contains("target/"))) {
            return files.map(ProjectFiles.root()::relativize).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        Path file = ProjectFiles.root().resolve(document);
        List<String> dead = LINK.matcher(Files.readString(file))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(file.resolveSibling(link)))
                .toList();
        assertThat(dead).isEmpty();
    }
}
