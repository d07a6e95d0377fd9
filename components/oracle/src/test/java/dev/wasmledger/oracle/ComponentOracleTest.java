package dev.wasmledger.oracle;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A composed ledger answers as the oracle does: what the engine's classes have shown holds of its component. */
class ComponentOracleTest {

    private static final int OPERATIONS = 1_000;
    private static final int LEDGERS_A_TEST = 2;

    private static ComposedLedger composed;

    @BeforeAll
    static void compose() {
        composed = new ComposedLedger(Path.of("src/test/resources/composed/ledger.yaml"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 101, 201, 301})
    void answersAsTheOracleDoes(long first) {
        Comparison comparison = new Comparison(composed::side);
        for (long seed = first; seed < first + LEDGERS_A_TEST; seed++) {
            List<Step> steps = Scenario.of(seed, OPERATIONS);
            long failing = seed;
            comparison.run(steps).ifPresent(difference -> fail(comparison.report(failing, steps, difference)));
        }
    }
}
