package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application that the documents show compiles, and does what they say. */
class EmbeddingDocumentTest {

    @TempDir
    private Path folder;

    @Test
    void theApplicationRuns() throws Exception {
        String document = Files.readString(ProjectFiles.root().resolve("docs/embedding.md"));
        Path source = Files.writeString(folder.resolve("Shop.java"), block(document, "java"));
        Path yaml = Files.writeString(folder.resolve("ledger.yaml"), block(document, "yaml"));
        compile(source);

        assertThat(run(yaml)).isEqualTo(List.of("CREATED", "1250"));
        assertThat(run(yaml)).isEqualTo(List.of("EXISTS", "1250"));
    }

    private static String block(String document, String language) {
        Matcher block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(document);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private void compile(Path source) {
        var errors = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        errors,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    private List<String> run(Path yaml) throws Exception {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Shop").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {yaml.toString()});
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
