package dev.wasmledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That scenarios go everywhere: a comparison that never meets a rule says nothing about it. */
class ScenarioTest {

    private static final int SEEDS = 200;

    private final Map<TransferStatus, Integer> transfers = new EnumMap<>(TransferStatus.class);
    private final Map<AccountStatus, Integer> accounts = new EnumMap<>(AccountStatus.class);
    private final Set<AssetStatus> assets = EnumSet.noneOf(AssetStatus.class);

    @Test
    void reachEveryStatus() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Side side = Side.oracle();
            Scenario.of(seed, 1_000).forEach(step -> count(side.carryOut(step).said()));
        }
        // A status that only gates give; all others are the engine's.
        transfers.put(TransferStatus.VETOED, 0);
        assertThat(transfers).containsOnlyKeys(TransferStatus.values());
        assertThat(accounts).containsOnlyKeys(AccountStatus.values());
        assertThat(assets).containsOnly(AssetStatus.values());
    }

    private void count(Object said) {
        if (said instanceof TransferResults results) {
            results.results().forEach(result -> transfers.merge(result.status(), 1, Integer::sum));
        } else if (said instanceof List<?> results) {
            for (Object result : results) {
                switch (result) {
                    case AccountResult(AccountStatus status, long time) -> accounts.merge(status, 1, Integer::sum);
                    case AssetStatus status -> assets.add(status);
                    default -> {}
                }
            }
        }
    }
}
