package dev.wasmledger.oracle;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine and the oracle answer alike, whatever is asked of them. {@code -Doracle.operations=10000000} asks more than the
 * build does.
 */
class EngineOracleTest {

    private static final int OPERATIONS_A_LEDGER = 1_000;
    private static final int LEDGERS_A_TEST = 50;

    static LongStream firstSeeds() {
        long ledgers = Long.getLong("oracle.operations", 100_000) / OPERATIONS_A_LEDGER;
        return LongStream.iterate(1, seed -> seed <= ledgers, seed -> seed + LEDGERS_A_TEST);
    }

    @ParameterizedTest
    @MethodSource("firstSeeds")
    void answersAsTheOracleDoes(long first) {
        EngineClasses classes = new EngineClasses((name, bytes) -> bytes);
        Comparison comparison = new Comparison(classes::side);
        for (long seed = first; seed < first + LEDGERS_A_TEST; seed++) {
            List<Step> steps = Scenario.of(seed, OPERATIONS_A_LEDGER);
            long failing = seed;
            comparison.run(steps).ifPresent(difference -> fail(comparison.report(failing, steps, difference)));
        }
    }
}
