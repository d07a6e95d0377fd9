package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What WIT allows, and a language or every component does not. A folder a case: {@code input.wit}, and a file for each
 * target with what is said of it; empty where the target has no trouble.
 */
class UnfitTest {

    private static final Path CASES = Path.of("src/test/resources/unfit");

    enum Target {
        HOST,
        GUEST,
        C,
        RUST;

        void generate(ResolvedWit wit, WorldId world) {
            switch (this) {
                case HOST -> Bindgen.generate(BindgenRequest.host(wit, "unfit"));
                case GUEST -> Bindgen.generate(BindgenRequest.guest(wit, world, "unfit", "unfit.Implemented"));
                case C -> GuestTemplate.c(wit, world);
                case RUST -> GuestTemplate.rust(wit, world);
            }
        }
    }

    static Stream<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(CASES)) {
            for (Path folder : folders.sorted().toList()) {
                for (Target target : Target.values()) {
                    cases.add(Arguments.of(folder, target));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReportedWithItsPlaceAndAHint(Path folder, Target target) throws IOException {
        ResolvedWit wit = Wit.load(folder.resolve("input.wit"));
        WorldId world = wit.get(wit.root()).worlds().firstEntry().getValue();
        String said = said(wit, world, target);
        Path expected = folder.resolve(target.name().toLowerCase(java.util.Locale.ROOT) + ".txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, said);
        }
        assertThat(said)
                .as("%s; if the new text is right, run again with -Dbless=true", expected)
                .isEqualTo(Files.readString(expected));
    }

    /** A line for each diagnostic: its line in the file, its id, its message and its hint. */
    private static String said(ResolvedWit wit, WorldId world, Target target) {
        try {
            target.generate(wit, world);
            return "";
        } catch (DiagnosticException refused) {
            StringBuilder said = new StringBuilder();
            refused.diagnostics()
                    .forEach(diagnostic -> said.append(
                                    diagnostic.primary().toString().replaceFirst("^.*/", ""))
                            .append(": ")
                            .append(diagnostic.id())
                            .append(": ")
                            .append(diagnostic.message())
                            .append("; ")
                            .append(diagnostic.hint().orElseThrow())
                            .append('\n'));
            return said.toString();
        }
    }
}
