package dev.wasmledger.benchmarks;

import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerComposer;
import dev.wasmledger.composer.LedgerFile;
import java.nio.file.Path;

/** The ledger that benchmarks measure: the engine that ships, behind policies that let everything pass. */
public final class MeasuredLedger {

    /** An entry of {@code policies}. */
    public static final String SPENDING_LIMIT = """
              spending-limit:
                component: wasmledger:spending-limit@0.1.0
                config:
                  limit: 1000000000000000
            """;

    /** Another one. */
    public static final String DENY_LIST = """
              deny-list:
                component: wasmledger:deny-list@0.1.0
                config:
                  accounts: 4000000000
            """;

    private MeasuredLedger() {}

    /**
     * Its file, which need not be there.
     *
     * @param folder where its state would lie
     * @param policies entries; none for the engine alone
     */
    public static LedgerFile file(Path folder, String policies) {
        String engine = "ledger: benchmark\nengine: wasmledger:engine@0.1.0\n";
        return LedgerFile.parse(
                folder.resolve("ledger.yaml").toString(),
                policies.isEmpty() ? engine : engine + "policies:\n" + policies);
    }

    /** Links it. */
    public static Composition compose(LedgerFile file) {
        return new LedgerComposer(ComponentStore.standard()).compose(file);
    }
}
