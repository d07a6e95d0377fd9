package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.log.LogStatus;
import dev.wasmledger.ledger.log.LogStoppedException;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Commands are carried out while those before them are being written, and have not happened if those cannot be. */
class AheadOfTheLogTest {

    private static final int COMMANDS = 20;
    /** A frame of so much text is hashed in the background, where it can be held up. */
    private static final int LONG_TEXT = 1 << 17;

    private final VolatileStorage storage = new VolatileStorage();
    private final CountDownLatch held = new CountDownLatch(1);
    /** A permit for each commit that the engine has carried out. */
    private final Semaphore carriedOut = new Semaphore(0);

    private final JavaGraphs graphs = new JavaGraphs("test", (state, scope) -> new JavaEngine(state, scope, scope) {
        @Override
        public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
            TransferResults results = super.commit(transfers, transactions, metadata);
            carriedOut.release();
            return results;
        }
    });

    @Test
    void carriesOutWhatComesNextMeanwhileAndTellsNobodyBefore() throws Exception {
        try (Ledger ledger = opened()) {
            List<CompletableFuture<?>> results = submitAhead(ledger);
            assertThat(results).noneMatch(CompletableFuture::isDone);
            assertThat(ledger.head().sequence()).as("durable before").isEqualTo(4);
            held.countDown();
            for (CompletableFuture<?> result : results) {
                assertThat(result.get()).isInstanceOf(CommandResult.Carried.class);
            }
            assertThat(debits(ledger)).isEqualTo(COMMANDS + 2);
        }
        try (Ledger ledger = Ledger.open(graphs, storage, LogOptions.standard())) {
            assertThat(debits(ledger)).isEqualTo(COMMANDS + 2);
        }
        assertThat(LedgerVerifier.verify(storage, (bytes, of) -> {}).isWhole()).isTrue();
    }

    @Test
    void goesBackToWhatIsInTheLogWhenTheDiskIsFull() throws Exception {
        try (Ledger ledger = opened()) {
            List<CompletableFuture<?>> results = submitAhead(ledger);
            storage.failAt(storage.calls() + 1, VolatileStorage.Fault.SHORT_WRITE);
            held.countDown();
            for (CompletableFuture<?> result : results) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(result::get)
                        .withCauseInstanceOf(LogStoppedException.class)
                        .withMessageContaining("Input/output error");
            }
            assertThat(ledger.status()).isEqualTo(new LogStatus.Stopped("Input/output error"));
            assertThat(debits(ledger)).as("acknowledged").isEqualTo(1);
            assertThat(ledger.known(List.of(id(10), id(11), id(12)))).containsExactly(true, false, false);
            assertThat(ledger.lookupAccounts(List.of(id(100))))
                    .as("not acknowledged")
                    .allMatch(found -> found.isEmpty());
        }
        try (Ledger ledger = Ledger.open(graphs, storage, LogOptions.standard())) {
            assertThat(debits(ledger)).isEqualTo(1);
        }
    }

    /** Its log has a deployment, an asset, two accounts and a transfer. */
    private Ledger opened() throws Exception {
        LogOptions options = new LogOptions(
                1 << 20,
                1 << 20,
                task -> Thread.ofPlatform().start(() -> {
                    try {
                        held.await();
                        task.run();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                () -> 42);
        Ledger ledger = Ledger.open(graphs, storage, options);
        ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
        ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
        ledger.commit(List.of(transfer(10, 1, 2, 1)), List.of(), List.of()).get();
        carriedOut.acquire();
        return ledger;
    }

    /** Submits a transfer with much text, then others, each alone, and waits until all of them are carried out. */
    private List<CompletableFuture<?>> submitAhead(Ledger ledger) throws InterruptedException {
        List<CompletableFuture<?>> results = new ArrayList<>();
        Metadata text = new Metadata(id(11), List.of(new Entry("note", "x".repeat(LONG_TEXT))));
        results.add(ledger.commit(List.of(transfer(11, 1, 2, 1)), List.of(), List.of(text)));
        carriedOut.acquire();
        for (int i = 0; i < COMMANDS; i++) {
            results.add(ledger.createAccounts(List.of(account(100 + i)), List.of()));
            results.add(ledger.commit(List.of(transfer(12 + i, 1, 2, 1)), List.of(), List.of()));
            carriedOut.acquire();
        }
        return results;
    }

    private static long debits(Ledger ledger) throws Exception {
        Account account = ledger.lookupAccounts(List.of(id(1))).getFirst().orElseThrow();
        return account.debitsPosted().low();
    }
}
