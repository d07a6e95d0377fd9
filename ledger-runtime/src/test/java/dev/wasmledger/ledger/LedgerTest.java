package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.bindings.wasmledger.host.state.State;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Cell;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.log.LogStatus;
import dev.wasmledger.ledger.log.LogStoppedException;
import dev.wasmledger.ledger.log.Segments;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {

    private final VolatileStorage storage = new VolatileStorage();

    @Test
    void findsEverythingAgainAfterReopening() throws Exception {
        Head head;
        try (Ledger ledger = opened(JavaGraphs.honest())) {
            assertThat(commit(ledger, transfer(10, 1, 2, 5))).containsExactly(TransferStatus.CREATED);
            assertThat(commit(ledger, transfer(11, 2, 1, 2), transfer(12, 1, 9, 1)))
                    .containsExactly(TransferStatus.CREATED, TransferStatus.CREDIT_ACCOUNT_NOT_FOUND);
            head = ledger.head();
            assertThat(head.sequence())
                    .as("deployment, asset, accounts, two commands")
                    .isEqualTo(5);
        }
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard())) {
            assertThat(ledger.head()).isEqualTo(head);
            assertThat(ledger.tornTail()).isEmpty();
            Account first = ledger.lookupAccounts(List.of(id(1))).get(0).orElseThrow();
            assertThat(first.debitsPosted()).isEqualTo(new U128(5, 0));
            assertThat(first.creditsPosted()).isEqualTo(new U128(2, 0));
            assertThat(ledger.known(List.of(id(10), id(11), id(12)))).containsExactly(true, true, false);
        }
        LedgerVerification verification = LedgerVerifier.verify(storage, (bytes, of) -> {});
        assertThat(verification.problem()).isEmpty();
        assertThat(verification.head()).isEqualTo(head);
        assertThat(verification.commands()).isEqualTo(4);
        assertThat(verification.transfers()).isEqualTo(2);
        assertThat(verification.accounts()).isEqualTo(2);
        assertThat(verification.sealed()).isTrue();
    }

    @Test
    void leavesNoFrameOfACommandThatChangesNothing() throws Exception {
        try (Ledger ledger = opened(JavaGraphs.honest())) {
            commit(ledger, transfer(10, 1, 2, 5));
            Head head = ledger.head();
            assertThat(commit(ledger, transfer(10, 1, 2, 5))).containsExactly(TransferStatus.EXISTS);
            assertThat(ledger.head()).isEqualTo(head);
        }
    }

    @Test
    void stopsACommandThatTrapsAndGoesOn() throws Exception {
        JavaGraphs graphs = graphs((state, scope) -> new JavaEngine(state, scope, scope) {
            @Override
            public TransferResults commit(
                    TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
                TransferResults results = super.commit(transfers, transactions, metadata);
                if (transfers.size() == 3) {
                    throw new IllegalStateException("unreachable executed");
                }
                return results;
            }
        });
        try (Ledger ledger = opened(graphs)) {
            CommandResult<TransferResults> stopped = ledger.commit(
                            List.of(transfer(10, 1, 2, 1), transfer(11, 1, 2, 1), transfer(12, 1, 2, 1)),
                            List.of(),
                            List.of())
                    .get();
            assertThat(stopped)
                    .isEqualTo(new CommandResult.Stopped<>(new Verdict("engine", "unreachable executed"), 4));
            assertThat(graphs.instances()).isEqualTo(1);
            assertThat(commit(ledger, transfer(10, 1, 2, 1))).containsExactly(TransferStatus.CREATED);
            assertThat(graphs.instances()).isEqualTo(2);
            assertThat(ledger.known(List.of(id(10), id(11)))).containsExactly(true, false);
        }
        assertThat(LedgerVerifier.verify(storage, (bytes, of) -> {}).problem()).isEmpty();
    }

    @Test
    void refusesAQuestionThatWrites() throws Exception {
        JavaGraphs graphs = graphs((state, scope) -> new JavaEngine(state, scope, scope) {
            @Override
            public boolean[] known(U128List ids) {
                state.putBlob(state.openBlobs("asked"), id(1), new byte[1]);
                return new boolean[] {true};
            }
        });
        try (Ledger ledger = opened(graphs)) {
            assertThatExceptionOfType(QueryFailedException.class)
                    .isThrownBy(() -> ledger.known(List.of(id(1))))
                    .withMessage("engine: nothing may be written outside a command");
            assertThat(commit(ledger, transfer(10, 1, 2, 1))).containsExactly(TransferStatus.CREATED);
        }
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie(
                        "after transfer %s, account %s is not what the books make of it"
                                .formatted(decimal(10), decimal(1)),
                        event -> new Event(
                                event.kind(),
                                event.timestamp(),
                                event.transfer(),
                                JavaEngine.moved(event.debitAccount(), 1, 0),
                                event.creditAccount())),
                lie(
                        "after transfer %s, account %s is not what the books make of it"
                                .formatted(decimal(10), decimal(2)),
                        event -> new Event(
                                event.kind(),
                                event.timestamp(),
                                event.transfer(),
                                event.debitAccount(),
                                JavaEngine.moved(event.creditAccount(), 1, 0))),
                lie(
                        "transfer %s comes with another account than %s".formatted(decimal(10), decimal(1)),
                        event -> new Event(
                                event.kind(),
                                event.timestamp(),
                                event.transfer(),
                                event.creditAccount(),
                                event.debitAccount())),
                lie(
                        "transfer %s was committed otherwise than it was requested".formatted(decimal(10)),
                        event -> new Event(
                                event.kind(),
                                event.timestamp(),
                                withAmount(event.transfer(), 6),
                                JavaEngine.moved(event.debitAccount(), 1, 0),
                                JavaEngine.moved(event.creditAccount(), 0, 1))));
    }

    private static Arguments lie(String reason, UnaryOperator<Event> lie) {
        return Arguments.of(reason, lie);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void refusesAnEngineWhoseEventsLie(String reason, UnaryOperator<Event> lie) throws Exception {
        refuses(reason, (state, scope) -> new JavaEngine(state, scope, scope) {
            @Override
            void emit(List<Event> committed) {
                super.emit(committed.stream().map(lie).toList());
            }
        });
    }

    @Test
    void refusesAnEngineThatDropsAnEvent() throws Exception {
        refuses(
                "transfer %s is said to be committed, and no event says so".formatted(decimal(10)),
                (state, scope) -> new JavaEngine(state, scope, scope) {
                    @Override
                    void emit(List<Event> committed) {
                        // says nothing
                    }
                });
    }

    @Test
    void refusesAnEngineWhoseRowsLie() throws Exception {
        refuses(
                "the row of account %s is not what the books make of it".formatted(decimal(1)),
                (state, scope) -> new JavaEngine(state, scope, scope) {
                    @Override
                    Event book(Transfer request, long timestamp) {
                        Event event = super.book(request, timestamp);
                        put(moved(event.debitAccount(), 1, 0));
                        return event;
                    }
                });
    }

    @Test
    void refusesAnEngineThatDropsARow() throws Exception {
        refuses(
                "transfer %s was committed, and the engine's table 'transfers' has no row of it".formatted(decimal(10)),
                (state, scope) -> new JavaEngine(state, scope, scope) {
                    @Override
                    void put(Transfer transfer) {
                        // keeps nothing
                    }
                });
    }

    @Test
    void refusesAnEngineWithoutTheTablesOfTheContract() throws Exception {
        JavaGraphs graphs = graphs((state, scope) -> new JavaEngine(state, scope, scope) {
            @Override
            void put(Account account) {
                state.putBlob(state.openBlobs("my-accounts"), account.id(), new byte[1]);
            }
        });
        try (Ledger ledger = Ledger.open(graphs, storage, LogOptions.standard())) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            assertThat(ledger.createAccounts(List.of(account(1)), List.of()).get())
                    .isEqualTo(new CommandResult.Stopped<>(
                            new Verdict(
                                    "engine",
                                    "refused by the host: account %s was created, and the engine's table 'accounts' has no row of it"
                                            .formatted(decimal(1))),
                            3));
        }
    }

    @Test
    void refusesAnEngineWhoseTableIsOfAnotherKind() throws Exception {
        JavaGraphs graphs = graphs((state, scope) -> new JavaEngine(state, scope, scope) {
            @Override
            public List<AssetStatus> createAssets(List<Asset> requests, List<Metadata> metadata) {
                state.openHashed8("accounts");
                return super.createAssets(requests, metadata);
            }
        });
        try (Ledger ledger = Ledger.open(graphs, storage, LogOptions.standard())) {
            String reason = "table 'accounts' is a hashed table of sixteen fields, not a hashed table of eight fields";
            assertThat(ledger.createAssets(List.of(Samples.CREDITS), List.of()).get())
                    .isEqualTo(new CommandResult.Stopped<>(new Verdict("engine", reason), 2));
        }
    }

    @Test
    void refusesAnEngineThatHidesACommit() throws Exception {
        refuses(
                "transfer %s was committed, and its outcome or its place says that it was not".formatted(decimal(10)),
                (state, scope) -> new JavaEngine(state, scope, scope) {
                    @Override
                    public TransferResults commit(
                            TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
                        super.commit(transfers, transactions, metadata);
                        return new TransferResults(
                                TransferResultList.of(new TransferResult(TransferStatus.EXISTS, clock.now())),
                                List.of());
                    }
                });
    }

    @Test
    void refusesAnEngineThatAnswersTooFewOutcomes() throws Exception {
        refuses("there are 0 outcomes where 1 were expected", (state, scope) -> new JavaEngine(state, scope, scope) {
            @Override
            public TransferResults commit(
                    TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
                return new TransferResults(TransferResultList.of(), List.of());
            }
        });
    }

    private void refuses(String reason, BiFunction<State, Scope, JavaEngine> engine) throws Exception {
        try (Ledger ledger = opened(graphs(engine))) {
            CommandResult<TransferResults> result = ledger.commit(List.of(transfer(10, 1, 2, 5)), List.of(), List.of())
                    .get();
            assertThat(result)
                    .isEqualTo(new CommandResult.Stopped<>(new Verdict("engine", "refused by the host: " + reason), 4));
            Account debited = ledger.lookupAccounts(List.of(id(1))).get(0).orElseThrow();
            assertThat(debited.debitsPosted()).isEqualTo(new U128(0, 0));
        }
        assertThat(LedgerVerifier.verify(storage, (bytes, of) -> {}).problem()).isEmpty();
    }

    @Test
    void feedsProjectionsAndLeavesOneAloneThatTraps() throws Exception {
        try (Ledger ledger = opened(JavaGraphs.honest())) {
            commit(ledger, transfer(10, 1, 2, 5), transfer(11, 1, 2, 5));
            assertThat(count(ledger)).isEqualTo(2);
            commit(ledger, transfer(12, 1, 2, 5));
            ProjectionReport report = ledger.report("count");
            assertThat(report.appliedThrough()).isEqualTo(ledger.head().sequence());
            assertThat(report.report().rows()).containsExactly(List.of(new Cell.Count(3)));
            assertThatExceptionOfType(QueryFailedException.class)
                    .isThrownBy(() -> ledger.report("refuses"))
                    .withMessage("engine: could not take in frame 4: unreachable");
        }
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard())) {
            assertThat(count(ledger)).as("rebuilt from the log").isEqualTo(3);
        }
    }

    @Test
    void doesNotGoOnWithAnotherDeploymentThanItsLogHas() throws Exception {
        Head head;
        try (Ledger ledger = opened(JavaGraphs.honest())) {
            head = ledger.head();
        }
        JavaGraphs other = new JavaGraphs("other", (state, scope) -> new JavaEngine(state, scope, scope));
        assertThatExceptionOfType(DeploymentDiffersException.class)
                .isThrownBy(() -> Ledger.open(other, storage, LogOptions.standard()))
                .matches(e -> e.active().equals(JavaGraphs.honest().deployment().digest()))
                .matches(e -> e.given().equals(other.deployment().digest()));
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard())) {
            assertThat(ledger.head()).isEqualTo(head);
        }
    }

    @Test
    void keepsWhatWasRefusedAndWhyOnce() throws Exception {
        Head head;
        try (Ledger ledger = opened(JavaGraphs.honest())) {
            long before = ledger.head().sequence();
            assertThat(commit(ledger, transfer(10, 1, 9, 5))).containsExactly(TransferStatus.CREDIT_ACCOUNT_NOT_FOUND);
            assertThat(ledger.head().sequence()).isEqualTo(before + 1);
            commit(ledger, transfer(10, 1, 9, 5));
            assertThat(ledger.head().sequence()).as("said again").isEqualTo(before + 1);
            commit(ledger, transfer(10, 9, 1, 5));
            assertThat(ledger.head().sequence()).as("for another reason").isEqualTo(before + 2);
            commit(ledger, transfer(11, 1, 9, 5), transfer(12, 1, 2, 5));
            head = ledger.head();
        }
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard())) {
            commit(ledger, transfer(10, 9, 1, 5));
            commit(ledger, transfer(11, 1, 9, 5), transfer(12, 1, 2, 5));
            assertThat(ledger.head()).as("all of it said before").isEqualTo(head);
        }
        LedgerAudit audit =
                LedgerAudit.run(storage, (path, component, deployment) -> JavaGraphs.honest(), (bytes, of) -> {});
        assertThat(audit.problem()).isEmpty();
    }

    @Test
    void forcesCommandsThatWaitTogetherTogether() throws Exception {
        try (Ledger ledger = opened(JavaGraphs.honest())) {
            int before = storage.calls();
            List<CompletableFuture<CommandResult<TransferResults>>> results = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                results.add(ledger.commit(List.of(transfer(100 + i, 1, 2, 1)), List.of(), List.of()));
            }
            for (CompletableFuture<CommandResult<TransferResults>> result : results) {
                assertThat(result.get()).isInstanceOf(CommandResult.Carried.class);
            }
            assertThat(storage.calls() - before).as("writes and forces").isLessThan(1000);
        }
    }

    @Test
    void readsNoMoreThanASegmentForTheTimeOfAFrame() throws Exception {
        LogOptions small = new LogOptions(2000, 2000, Runnable::run, () -> 42);
        opened(JavaGraphs.honest()).close();
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, small)) {
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                var result = (CommandResult.Carried<TransferResults>)
                        ledger.commit(List.of(transfer(10 + i, 1, 2, 1)), List.of(), List.of())
                                .get();
                times.add(result.answer().results().timestamp(0));
            }
            long first = ledger.head().sequence() - times.size() + 1;
            for (int i = 0; i < times.size(); i++) {
                assertThat(ledger.timeOf(first + i)).isEqualTo(times.get(i));
            }
            storage.flipBit(Segments.name(1), 8 * 300L);
            assertThat(ledger.timeOf(ledger.head().sequence())).isEqualTo(times.getLast());
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> ledger.timeOf(3));
        }
    }

    @Test
    void stopsWritingAndGoesOnReadingWhenTheDiskIsFull() throws Exception {
        Ledger ledger = opened(JavaGraphs.honest());
        commit(ledger, transfer(9, 1, 2, 1));
        storage.failAt(storage.calls() + 1, VolatileStorage.Fault.SHORT_WRITE);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ledger.commit(List.of(transfer(10, 1, 2, 1)), List.of(), List.of())
                        .get())
                .withCauseInstanceOf(LogStoppedException.class)
                .withMessageContaining("ledger-000001.log: writing the log failed: Input/output error");
        assertThat(ledger.status()).isEqualTo(new LogStatus.Stopped("Input/output error"));
        assertThat(ledger.known(List.of(id(9), id(10)))).containsExactly(true, false);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ledger.commit(List.of(transfer(11, 1, 2, 1)), List.of(), List.of())
                        .get())
                .withMessageContaining("writing failed earlier, nothing more is written");
        ledger.close();
        try (Ledger again = Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard())) {
            assertThat(again.tornTail()).isPresent();
            assertThat(again.known(List.of(id(9), id(10)))).containsExactly(true, false);
        }
    }

    @Test
    void tellsEverybodyWhenTheLogCannotBeForced() throws Exception {
        Ledger ledger = opened(JavaGraphs.honest());
        storage.failAt(storage.calls() + 2, VolatileStorage.Fault.IO_ERROR);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ledger.commit(List.of(transfer(10, 1, 2, 1)), List.of(), List.of())
                        .get())
                .withCauseInstanceOf(IOException.class)
                .withMessageContaining("ledger-000001.log: writing the log failed: Input/output error");
        assertThat(ledger.status()).isEqualTo(new LogStatus.Failed("Input/output error"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ledger.known(List.of(id(10))))
                .withMessageContaining("Input/output error");
        ledger.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ledger.commit(List.of(), List.of(), List.of()))
                .withMessage("the ledger is closed");
    }

    private JavaGraphs graphs(BiFunction<State, Scope, JavaEngine> engine) {
        return new JavaGraphs("test", engine);
    }

    private Ledger opened(JavaGraphs graphs) throws Exception {
        Ledger ledger = Ledger.open(graphs, storage, LogOptions.standard());
        ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
        ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
        return ledger;
    }

    private static List<TransferStatus> commit(Ledger ledger, Transfer... transfers) throws Exception {
        CommandResult.Carried<TransferResults> carried = (CommandResult.Carried<TransferResults>)
                ledger.commit(List.of(transfers), List.of(), List.of()).get();
        return Samples.statuses(carried.answer().results());
    }

    private static long count(Ledger ledger) throws Exception {
        return ((Cell.Count) ledger.report("count").report().rows().get(0).get(0)).value();
    }

    private static Transfer withAmount(Transfer transfer, long amount) {
        return new Transfer(
                transfer.id(),
                transfer.debitAccountId(),
                transfer.creditAccountId(),
                new U128(amount, 0),
                transfer.pendingId(),
                transfer.userData128(),
                transfer.userData64(),
                transfer.userData32(),
                transfer.timeout(),
                transfer.ledger(),
                transfer.code(),
                transfer.flags(),
                transfer.timestamp());
    }

    private static String decimal(long number) {
        return BigInteger.valueOf(number * 31)
                .shiftLeft(64)
                .add(BigInteger.valueOf(number))
                .toString();
    }
}
