package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.internal.snapshot.SnapshotFolder;
import dev.wasmledger.ledger.internal.snapshot.SnapshotPolicy;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.log.Segments;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * Stops the machine, or lets a call fail, at each call of a ledger's life that goes through several segments and takes snapshots,
 * and looks at the books afterwards.
 */
class LedgerCrashTest {

    private static final int TRANSACTIONS = 6;
    private static final int SEEDS = 6;
    private static final LogOptions OPTIONS = new LogOptions(800, 1600, Runnable::run, () -> 42);
    private static final SnapshotPolicy POLICY = new SnapshotPolicy(1, 2, Runnable::run);

    @Test
    void keepsWhatWasAcknowledgedWhereverTheMachineStops() throws Exception {
        VolatileStorage whole = new VolatileStorage();
        assertThat(run(whole)).isEqualTo(TRANSACTIONS);
        assertThat(new SnapshotFolder(whole).entries()).as("snapshots").hasSize(2);
        assertThat(whole.exists(Segments.name(3))).as("three segments").isTrue();
        for (int call = 1; call <= whole.calls(); call++) {
            VolatileStorage storage = new VolatileStorage().crashAt(call);
            int acknowledged = run(storage);
            for (int seed = 0; seed < SEEDS; seed++) {
                String when = "call %d, seed %d".formatted(call, seed);
                check(storage.afterPowerLoss(new Random(seed * 1000L + call)), acknowledged, when + ", power lost");
            }
            check(storage.afterKill(), acknowledged, "call " + call + ", killed");
        }
    }

    @Test
    void keepsWhatWasAcknowledgedWhateverFails() throws Exception {
        VolatileStorage whole = new VolatileStorage();
        run(whole);
        for (int call = 1; call <= whole.calls(); call++) {
            for (VolatileStorage.Fault fault : VolatileStorage.Fault.values()) {
                VolatileStorage storage = new VolatileStorage().failAt(call, fault);
                int acknowledged = run(storage);
                check(storage.afterKill(), acknowledged, "%s at call %d".formatted(fault, call));
            }
        }
    }

    /** Commits transactions of two transfers each until the machine stops; says how many were acknowledged. */
    private static int run(VolatileStorage storage) throws Exception {
        int acknowledged = 0;
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, OPTIONS, LedgerOptions.standard(), POLICY)) {
            prepare(ledger);
            while (acknowledged < TRANSACTIONS) {
                commit(ledger, acknowledged);
                acknowledged++;
            }
        } catch (IOException | ExecutionException e) {
            assertThat(storage.isTroubled()).as("stopped by " + e).isTrue();
        }
        return acknowledged;
    }

    private static void check(VolatileStorage storage, int acknowledged, String when) throws Exception {
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, OPTIONS, LedgerOptions.standard(), POLICY)) {
            prepare(ledger);
            int found = 0;
            for (int i = 0; i < TRANSACTIONS; i++) {
                boolean[] known = ledger.known(List.of(id(2L * i + 10), id(2L * i + 11)));
                assertThat(known[0]).as(when + ": half of transaction " + i).isEqualTo(known[1]);
                if (i < acknowledged) {
                    assertThat(known[0])
                            .as(when + ": acknowledged transaction " + i)
                            .isTrue();
                }
                found += known[0] ? 1 : 0;
            }
            assertThat(debits(ledger)).as(when + ": each once").isEqualTo(found);
            for (int i = 0; i < TRANSACTIONS; i++) {
                commit(ledger, i);
            }
            assertThat(debits(ledger)).as(when + ": all once").isEqualTo(TRANSACTIONS);
        }
        LedgerVerification verification = LedgerVerifier.verify(storage, (bytes, of) -> {});
        assertThat(verification.problem()).as(when).isEmpty();
        assertThat(verification.snapshots())
                .as(when)
                .isNotEmpty()
                .allMatch(snapshot -> snapshot.problem().isEmpty());
        assertThat(verification.transfers()).as(when).isEqualTo(2 * TRANSACTIONS);
    }

    private static void prepare(Ledger ledger) throws Exception {
        ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
        ledger.createAccounts(List.of(account(1), account(2), account(3)), List.of())
                .get();
    }

    private static void commit(Ledger ledger, int transaction) throws Exception {
        Transfer first = Samples.transfer(2L * transaction + 10, 1, 2, 1, JavaEngine.LINKED);
        Transfer second = Samples.transfer(2L * transaction + 11, 2, 3, 1);
        CommandResult<TransferResults> result =
                ledger.commit(List.of(first, second), List.of(), List.of()).get();
        assertThat(result).isInstanceOf(CommandResult.Carried.class);
    }

    private static long debits(Ledger ledger) throws Exception {
        return ledger.lookupAccounts(List.of(id(1)))
                .get(0)
                .orElseThrow()
                .debitsPosted()
                .low();
    }
}
