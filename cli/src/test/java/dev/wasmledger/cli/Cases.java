package dev.wasmledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tests that are data: a folder a case, with what is expected beside the input. */
public final class Cases {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Cases() {}

    /** The names of the cases in a folder of the test resources. */
    public static Stream<String> in(String folder) throws IOException {
        try (Stream<Path> cases = Files.list(RESOURCES.resolve(folder))) {
            return cases.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** A file of a case. */
    public static String input(String folder, String name, String file) throws IOException {
        return Files.readString(RESOURCES.resolve(folder).resolve(name).resolve(file));
    }

    /** Compares with what the case expects, or writes that down. */
    public static void assertExpected(String folder, String name, String actual) throws IOException {
        Path expected = RESOURCES.resolve(folder).resolve(name).resolve("expected.txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual)
                .as("%s; -Dbless=true rewrites it", expected)
                .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }
}
