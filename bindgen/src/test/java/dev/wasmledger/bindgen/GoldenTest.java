package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bindings as they are meant to look. A folder a case: {@code input.wit} with one world, and below {@code host} and
 * {@code guest} what is generated for it, which must compile without a warning and be clean Javadoc.
 */
class GoldenTest {

    private static final Path CASES = Path.of("src/test/resources/golden");

    private static final String OWN_DEPRECATION =
            "\n@SuppressWarnings(\"deprecation\") // The WIT uses here what it deprecates.\n";

    /** As a type: in Javadoc, an object may well stand. */
    private static final Pattern RAW_OBJECT = Pattern.compile("(?m)^(?! *(?:/\\*|\\*|//)).*\\bObject\\b");

    static Stream<Path> cases() throws IOException {
        try (var folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void host(Path folder, @TempDir Path temporary) throws IOException {
        ResolvedWit wit = Wit.load(folder.resolve("input.wit"));
        check(Bindgen.generate(BindgenRequest.host(wit, "golden")), folder.resolve("host"), temporary);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void guest(Path folder, @TempDir Path temporary) throws IOException {
        ResolvedWit wit = Wit.load(folder.resolve("input.wit"));
        WorldId world = wit.get(wit.root()).worlds().firstEntry().getValue();
        check(Wit.guest(wit, world, "golden", temporary.resolve("interfaces")), folder.resolve("guest"), temporary);
    }

    /** The class that a user starts from is no reason for a warning either. */
    @ParameterizedTest
    @MethodSource("cases")
    void stub(Path folder, @TempDir Path classes) throws IOException {
        ResolvedWit wit = Wit.load(folder.resolve("input.wit"));
        WorldId world = wit.get(wit.root()).worlds().firstEntry().getValue();
        BindgenRequest request = BindgenRequest.guest(wit, world, "golden", "golden.user.Implemented");
        List<GeneratedFile> files = new ArrayList<>(Bindgen.generate(request));
        files.addAll(Bindgen.stub(request));
        assertThat(Sources.compile(files, classes)).isEmpty();
    }

    private static void check(List<GeneratedFile> files, Path expected, Path temporary) throws IOException {
        if (Boolean.getBoolean("bless")) {
            bless(files, expected);
        }
        assertThat(new ArrayList<>(files))
                .as("%s; if the new text is right, run again with -Dbless=true", expected)
                .containsExactlyInAnyOrderElementsOf(Sources.read(expected));
        assertThat(Sources.compile(files, Files.createDirectory(temporary.resolve("classes"))))
                .isEmpty();
        // What the compiler would warn of, an unchecked cast for instance, is not there; nor is it kept quiet, but
        // where a
        // WIT itself uses what it deprecates. The stub is no generated code but a user's.
        assertThat(files)
                .filteredOn(file -> !file.path().endsWith("/Stub.java"))
                .noneMatch(file -> file.content().replace(OWN_DEPRECATION, "").contains("@SuppressWarnings"));
        assertThat(files).noneMatch(file -> RAW_OBJECT.matcher(file.content()).find());
        assertThat(Sources.tooLong(files)).isEmpty();
        assertThat(Sources.javadoc(files, temporary)).isEmpty();
    }

    static void bless(List<GeneratedFile> files, Path expected) throws IOException {
        for (GeneratedFile old : Sources.read(expected)) {
            Files.delete(expected.resolve(old.path()));
        }
        for (GeneratedFile file : files) {
            Path path = expected.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
    }
}
