package dev.wasmledger.composer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of test cases, with what is expected beside the input. */
public final class Expected {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Expected() {}

    /** The cases in a folder of the test resources; at least one. */
    public static List<Path> cases(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            List<Path> cases = files.filter(Files::isDirectory).sorted().toList();
            assertThat(cases).isNotEmpty();
            return cases;
        }
    }

    /** Compares with the file, or writes it where the build runs with {@code -Dbless=true}. */
    public static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("bless")) {
            Files.writeString(file, actual);
            return;
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertThat(actual)
                .as("%s; if the new text is right, run again with -Dbless=true", file)
                .isEqualTo(expected);
    }
}
