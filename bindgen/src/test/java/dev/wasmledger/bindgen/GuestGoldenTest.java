package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guest templates as they are meant to look: below {@code c} and {@code rust} of a case, what is generated for {@code input.wit}. */
class GuestGoldenTest {

    static Stream<Path> cases() throws IOException {
        return GoldenTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void c(Path folder) throws IOException {
        ResolvedWit wit = Wit.load(folder.resolve("input.wit"));
        WorldId world = wit.get(wit.root()).worlds().firstEntry().getValue();
        GuestTemplate template = GuestTemplate.c(wit, world);
        check(template, folder.resolve("c"));
        Optional<Clang> clang = Clang.find();
        assumeTrue(clang.isPresent(), "the texts are right; no clang with the target wasm32 to compile them");
        Path expected = folder.resolve("c").toAbsolutePath();
        List<Path> sources = Stream.concat(template.generated().stream(), template.own().stream())
                .filter(file -> file.path().endsWith(".c"))
                .map(file -> expected.resolve(file.path()))
                .toList();
        assertThat(clang.get().compile(expected, expected.resolve("bindings"), sources))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rust(Path folder, @TempDir Path temporary) throws IOException {
        ResolvedWit wit = Wit.load(folder.resolve("input.wit"));
        WorldId world = wit.get(wit.root()).worlds().firstEntry().getValue();
        check(GuestTemplate.rust(wit, world), folder.resolve("rust"));
        Optional<Rustc> rustc = Rustc.find();
        assumeTrue(rustc.isPresent(), "the texts are right; no rustc >= 1.85 to compile them");
        Path root = folder.resolve("rust/src/lib.rs").toAbsolutePath();
        assertThat(rustc.get().compile(temporary, root)).isEmpty();
    }

    private static void check(GuestTemplate template, Path expected) throws IOException {
        List<GeneratedFile> files = new ArrayList<>(template.generated());
        files.addAll(template.own());
        if (Boolean.getBoolean("bless")) {
            GoldenTest.bless(files, expected);
        }
        assertThat(files)
                .as("%s; if the new text is right, run again with -Dbless=true", expected)
                .containsExactlyInAnyOrderElementsOf(Sources.read(expected));
        assertThat(files.stream().flatMap(GuestGoldenTest::tooLong)).isEmpty();
    }

    private static Stream<String> tooLong(GeneratedFile file) {
        return Arrays.stream(file.content().split("\n", -1))
                .filter(line -> line.length() > 120)
                .map(line -> file.path() + ": " + line);
    }
}
