package dev.wasmledger.composer.internal.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "a:b/c@1.2.3, a:b/c@1.9.0, true",
        "a:b/c@1.2.3, a:b/c@2.0.0, false",
        "a:b/c@0.1.0, a:b/c@0.1.7, true",
        "a:b/c@0.1.0, a:b/c@0.2.0, false",
        "a:b/c@0.0.1, a:b/c@0.0.2, false",
        "a:b/c@1.0.0-rc.1, a:b/c@1.0.0, false",
        "a:b/c@1.0.0-rc.1, a:b/c@1.0.0-rc.1, true",
        "a:b/c, a:b/c@1.0.0, false",
        "a:b/c, a:b/d, false",
        "plain, plain, true",
    })
    void versionsStandForEachOther(String left, String right, boolean compatible) {
        assertThat(ExternalName.of(left).isCompatibleWith(ExternalName.of(right)))
                .isEqualTo(compatible);
        assertThat(ExternalName.of(right).isCompatibleWith(ExternalName.of(left)))
                .isEqualTo(compatible);
    }
}
