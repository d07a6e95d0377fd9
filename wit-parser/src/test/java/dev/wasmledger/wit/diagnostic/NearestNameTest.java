package dev.wasmledger.wit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> NAMES = List.of("string", "stream", "transfers", "u32");

    @ParameterizedTest
    @CsvSource({"strin, string", "sting, string", "stirng, string", "tranfsers, transfers", "u33, u32"})
    void mistakesInTypingAreFound(String typed, String meant) {
        assertThat(NearestName.of(typed, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "list", "balances", "string"})
    void whatIsTooFarOrRightIsNot(String typed) {
        assertThat(NearestName.of(typed, NAMES)).isEmpty();
    }

    @Test
    void veryLongNamesAreNotCompared() {
        assertThat(NearestName.of("a".repeat(100_000), List.of("a".repeat(100_001))))
                .isEmpty();
    }
}
