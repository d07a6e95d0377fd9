package dev.wasmledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the comparison finds mistakes: an engine with one of those in {@code mutants.txt} never goes through. */
class MutantsTest {

    private static final int SEEDS = 400;
    private static final int OPERATIONS = 500;

    static List<Mutant> mutants() {
        return Mutant.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void isFound(Mutant mutant) {
        Comparison comparison = new Comparison(mutant.classes()::side);
        assertThat(LongStream.rangeClosed(1, SEEDS)
                        .anyMatch(seed ->
                                comparison.run(Scenario.of(seed, OPERATIONS)).isPresent()))
                .as("%s: %s", mutant, mutant.wrong())
                .isTrue();
    }

    @Test
    void thereAreEnough() {
        assertThat(Mutant.all())
                .extracting(Mutant::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(30);
    }
}
