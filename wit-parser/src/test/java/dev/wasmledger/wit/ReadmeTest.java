package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in this module's README compiles, and prints what the README says. */
class ReadmeTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleDoesWhatItSays() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String docs = Files.readString(Path.of("../docs/wit.md"));
        Path source = Files.writeString(folder.resolve("Example.java"), block("java", readme));
        Path wit = Files.writeString(folder.resolve("shop.wit"), block("wit", docs));

        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", System.getProperty("java.class.path"), source.toString());

        assertThat(result).isZero();
        assertThat(run(wit)).isEqualTo(block("text", readme));
    }

    private String run(Path wit) throws Exception {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {wit.toString()});
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static String block(String language, String document) throws IOException {
        Matcher block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(document);
        assertThat(block.find()).as("a block of %s", language).isTrue();
        return block.group(1);
    }
}
