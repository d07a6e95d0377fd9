package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

    @Test
    void theOrderIsThatOfSemver() {
        List<SemanticVersion> ordered = Stream.of(
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "1.0.1",
                        "1.2.0",
                        "10.0.0",
                        "18446744073709551615.0.0")
                .map(text -> SemanticVersion.parse(text).orElseThrow())
                .toList();

        assertThat(ordered.reversed().stream().sorted()).isEqualTo(ordered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "01.0.0",
                "1.0.0-",
                "1.0.0-01",
                "1.0.0+",
                "1.0.0-a..b",
                "1.0.0 ",
                "18446744073709551616.0.0"
            })
    void whatIsNoVersionIsNotRead(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0", "1.2.3", "1.2.3-rc.1", "1.2.3-x-y.0+build.01", "1.2.3+sha"})
    void aVersionIsWrittenAsItWasRead(String text) {
        assertThat(SemanticVersion.parse(text)).map(SemanticVersion::toString).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.0, 1.1.0, true",
        "1.1.0, 1.2.0, false",
        "2.0.0, 1.0.0, false",
        "0.2.3, 0.2.1, true",
        "0.3.0, 0.2.1, false",
        "0.0.2, 0.0.1, false",
        "0.0.1, 0.0.1, true",
        "1.0.0-rc.1, 1.0.0-rc.1, true",
        "1.0.0-rc.2, 1.0.0-rc.1, false",
        "1.0.0, 1.0.0-rc.1, false"
    })
    void compatibleVersionsCanStandForEachOther(String offered, String wanted, boolean compatible) {
        SemanticVersion there = SemanticVersion.parse(offered).orElseThrow();

        assertThat(there.isCompatibleWith(SemanticVersion.parse(wanted).orElseThrow()))
                .isEqualTo(compatible);
    }
}
