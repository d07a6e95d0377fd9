package dev.wasmledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Instances may be dropped after any command: new ones give the same answers, and leave the same tables behind. */
class DroppedInstancesTest {

    private static final int OPERATIONS = 300;
    private static final long SEED = 401;

    private static ComposedLedger composed;

    @BeforeAll
    static void compose() {
        composed = new ComposedLedger(Path.of("src/test/resources/policies/ledger.yaml"));
    }

    @Test
    void newOnesForEachCommandMakeNoDifference() {
        try (ComposedLedger.Tables kept = composed.new Tables();
                ComposedLedger.Tables dropped = composed.new Tables()) {
            Side one = new Side(kept::ledgers);
            Side anew = new Side(dropped::newLedgers);
            for (Step step : Scenario.of(SEED, OPERATIONS, 300)) {
                assertThat(anew.carryOut(step)).as("%s", step).isEqualTo(one.carryOut(step));
                assertThat(dropped.rows()).as("%s", step).isEqualTo(kept.rows());
            }
            assertThat(kept.rows()).containsKeys("engine", "limited", "held");
        }
    }
}
