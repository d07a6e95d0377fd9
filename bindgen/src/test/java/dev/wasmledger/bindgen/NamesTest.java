package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a WIT calls its things, what is generated compiles without a warning, in each language. Below {@code words}, a
 * file is a case: its words stand in every place that {@code every-place.wit} has for one, in a line for each. Below {@code
 * worlds}, a folder is one: names that meet.
 */
class NamesTest {

    private static final Path NAMES = Path.of("src/test/resources/names");
    private static final String WORD = "<word>";

    /** The one function that no guest can export, whatever its language: UnfitTest holds that it is refused. */
    private static final String REFUSED = "export %memory: func";

    @TempDir
    private Path temporary;

    static Stream<Path> cases() throws IOException {
        List<Path> cases = new ArrayList<>();
        for (String folder : List.of("words", "worlds")) {
            try (Stream<Path> paths = Files.list(NAMES.resolve(folder))) {
                paths.sorted().forEach(cases::add);
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void host(Path path) throws IOException {
        List<GeneratedFile> files = Bindgen.generate(BindgenRequest.host(load(path), "names"));
        assertThat(Sources.compile(files, Files.createDirectory(temporary.resolve("classes"))))
                .isEmpty();
        assertThat(Sources.tooLong(files)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void guest(Path path) throws IOException {
        ResolvedWit wit = load(path);
        for (Map.Entry<String, WorldId> world : worlds(wit)) {
            BindgenRequest request = BindgenRequest.guest(wit, world.getValue(), "names", "names.Implemented");
            List<GeneratedFile> files = new ArrayList<>(Bindgen.generate(request));
            files.addAll(Bindgen.stub(request));
            assertThat(Sources.compile(files, Files.createDirectory(temporary.resolve("classes" + world.getKey()))))
                    .isEmpty();
            assertThat(Sources.tooLong(files)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void c(Path path) throws IOException {
        Optional<Clang> clang = Clang.find();
        assumeTrue(clang.isPresent(), "skipped: no clang with the target wasm32");
        ResolvedWit wit = load(path);
        for (Map.Entry<String, WorldId> world : worlds(wit)) {
            Path folder = write(GuestTemplate.c(wit, world.getValue()), world.getKey());
            assertThat(clang.get().compile(folder, folder.resolve("bindings"), sources(folder)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rust(Path path) throws IOException {
        assumeTrue(Boolean.getBoolean("guests.rust"), "skipped: -Pdifferential compiles them");
        Optional<Rustc> rustc = Rustc.find();
        assumeTrue(rustc.isPresent(), "skipped: no rustc >= 1.85");
        ResolvedWit wit = load(path);
        for (Map.Entry<String, WorldId> world : worlds(wit)) {
            Path folder = write(GuestTemplate.rust(wit, world.getValue()), world.getKey());
            assertThat(rustc.get().compile(folder, folder.resolve("src/lib.rs")))
                    .isEmpty();
        }
    }

    private static List<Map.Entry<String, WorldId>> worlds(ResolvedWit wit) {
        return List.copyOf(wit.get(wit.root()).worlds().entrySet());
    }

    private ResolvedWit load(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Wit.load(path);
        }
        List<String> words = Files.readAllLines(path);
        String places = Files.readString(NAMES.resolve("every-place.wit"));
        String text = places.lines()
                .flatMap(line ->
                        line.contains(WORD) ? words.stream().map(word -> line.replace(WORD, word)) : Stream.of(line))
                .filter(line -> !line.contains(REFUSED))
                .collect(Collectors.joining("\n"));
        return Wit.load(Files.writeString(temporary.resolve("names.wit"), text));
    }

    private Path write(GuestTemplate template, String world) {
        Path folder = temporary.resolve(world);
        new OutputDirectory(folder).write(template.generated());
        new OutputDirectory(folder).writeMissing(template.own());
        return folder;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".c")).sorted().toList();
        }
    }
}
