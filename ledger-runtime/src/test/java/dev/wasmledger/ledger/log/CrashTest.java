package dev.wasmledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CI draws what a crash leaves of the disk from 12 seeds; {@code -Dcrash.seeds=100} from more. */
class CrashTest {

    private static final int SEEDS = Integer.getInteger("crash.seeds", System.getenv("CI") == null ? 3 : 12);

    /** A force whose lack only some seeds show must be found nevertheless. */
    private static final int FORCE_SEEDS = 12;

    @Test
    void keepsWhatWasAcknowledgedWhereverTheMachineStops() {
        CrashChecker checker = new CrashChecker("", SEEDS);
        checker.checkEveryCall();
        assertThat(checker.crashes()).as("ways to crash that were tried").isGreaterThan(1000);
    }

    @ParameterizedTest
    @MethodSource("forceSites")
    void everyForceIsNeeded(String site) {
        CrashChecker checker = new CrashChecker(site, FORCE_SEEDS);
        assertThatExceptionOfType(CrashChecker.Violation.class)
                .as("without the force at " + site)
                .isThrownBy(checker::checkEveryCall);
    }

    static Stream<String> forceSites() {
        CrashChecker checker = new CrashChecker("", 1);
        checker.checkEveryCall();
        Set<String> sites = checker.forceSites();
        assertThat(sites).as("places that force something").hasSize(8);
        return sites.stream();
    }
}
