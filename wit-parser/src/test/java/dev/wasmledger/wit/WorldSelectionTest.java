package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases that the reference documents its own choice with (wit-parser, {@code Resolve::select_world}). */
class WorldSelectionTest {

    private static final String ONE = "package example:wit1; world foo {}";
    private static final String OTHER = "package example:wit2; world foo {}";
    private static final String TWO_WORLDS = "package example:wit3; world foo {} world bar {}";
    private static final String NO_WORLD = "package example:wit4;";
    private static final String VERSIONED = "package example:wit5@1.0.0; world foo {}";
    private static final String NEXT_VERSION = "package example:wit5@2.0.0; world foo {}";

    @Test
    void theOnlyWorldOfTheOnlyPackageNeedsNoName() {
        assertThat(select("", ONE)).isEqualTo("example:wit1/foo");
    }

    @ParameterizedTest
    @CsvSource({"foo, example:wit3/foo", "bar, example:wit3/bar", "example:wit3/bar, example:wit3/bar"})
    void aNameChooses(String name, String chosen) {
        assertThat(select(name, TWO_WORLDS)).isEqualTo(chosen);
    }

    @Test
    void ofSeveralPackagesTheFullNameChooses() {
        assertThat(select("example:wit1/foo", ONE, OTHER)).isEqualTo("example:wit1/foo");
        assertThat(select("example:wit2/foo", ONE, OTHER)).isEqualTo("example:wit2/foo");
        assertRejected("WIT0505", "example:wit1/foo, example:wit2/foo", "foo", ONE, OTHER);
        assertRejected("WIT0505", "example:wit1/foo, example:wit2/foo", "", ONE, OTHER);
    }

    @Test
    void aVersionIsNeededWhereThereAreSeveral() {
        assertThat(select("example:wit5/foo", VERSIONED)).isEqualTo("example:wit5/foo@1.0.0");
        assertThat(select("example:wit5/foo@2.0.0", VERSIONED, NEXT_VERSION)).isEqualTo("example:wit5/foo@2.0.0");
        assertRejected(
                "WIT0505",
                "example:wit5/foo@1.0.0, example:wit5/foo@2.0.0",
                "example:wit5/foo",
                VERSIONED,
                NEXT_VERSION);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertRejected("WIT0505", "example:wit3/foo, example:wit3/bar", "", TWO_WORLDS);
        assertRejected("WIT0504", "there is no world at all", "", NO_WORLD);
        assertRejected("WIT0504", "did you mean `bar`?", "baz", TWO_WORLDS);
        assertRejected("WIT0504", "did you mean `example:wit1/foo`?", "exmaple:wit1/foo", ONE);
        assertRejected("WIT0504", "there are example:wit5/foo@1.0.0", "example:wit5/foo@3.0.0", VERSIONED);
        assertRejected("WIT0504", "is not the name of a world", "a/b/c", ONE);
    }

    private static void assertRejected(String id, String hint, String name, String... packages) {
        assertThatThrownBy(() -> select(name, packages))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining(id)
                .hasMessageContaining(hint);
    }

    private static String select(String name, String... packages) {
        var loader = new WitLoader();
        List.of(packages).forEach(text -> loader.text("my-test.wit", text));
        WitResult result = loader.load();
        ResolvedWit wit = result.orThrow();
        Optional<String> wanted =
                Stream.of(name).filter(text -> !text.isEmpty()).findFirst();
        return wit.worldName(new WorldSelection(wit, result.roots()).select(wanted));
    }
}
