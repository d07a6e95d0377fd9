package dev.wasmledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that ship, composed with the engine, say no where their descriptions say so, and nowhere else. */
class PolicyOracleTest {

    private static final int OPERATIONS = 1_000;
    private static final int LEDGERS_A_TEST = 2;

    /** Pauses of a quarter of an hour and more, so that periods end and pending transfers expire. */
    private static final int PACE = 300;

    private static ComposedLedger composed;

    @BeforeAll
    static void compose() {
        composed = new ComposedLedger(Path.of("src/test/resources/policies/ledger.yaml"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 101, 201, 301})
    void saysNoWhereTheOracleDoes(long first) {
        Comparison comparison = new Comparison(Side::policedOracle, composed::side);
        for (long seed = first; seed < first + LEDGERS_A_TEST; seed++) {
            List<Step> steps = Scenario.of(seed, OPERATIONS, PACE);
            long failing = seed;
            comparison.run(steps).ifPresent(difference -> fail(comparison.report(failing, steps, difference)));
        }
    }

    /** Each policy vetoes something, each for every reason that it has, and something passes all of them. */
    @Test
    void everyReasonIsGiven() {
        Map<String, Integer> reasons = new TreeMap<>();
        for (long seed = 1; seed <= 60; seed++) {
            Side side = Side.policedOracle();
            for (Step step : Scenario.of(seed, OPERATIONS, PACE)) {
                if (side.carryOut(step).said() instanceof TransferResults results) {
                    results.vetoes()
                            .forEach(veto -> reasons.merge(
                                    veto.policy() + ": " + veto.reason().replaceAll("[0-9]+", "n"), 1, Integer::sum));
                    results.results()
                            .forEach(result -> reasons.merge(result.status().toString(), 1, Integer::sum));
                }
            }
        }
        assertThat(reasons)
                .containsKeys(
                        "denied: the debit account is on the deny list",
                        "denied: the credit account is on the deny list",
                        "denied: code n is on the deny list",
                        "limited: n spent of n in this hour; n more is over the limit",
                        "held: it must be pending, so that a second person can release it",
                        "held: nobody asks for it: user-datan is zero",
                        "held: nobody releases it: user-datan is zero",
                        "held: person n asked for it and cannot release it as well",
                        "held: person n is none of those who may release",
                        "held: person n neither asked for it nor may release it",
                        TransferStatus.CREATED.toString(),
                        TransferStatus.PENDING_TRANSFER_EXPIRED.toString());
    }
}
