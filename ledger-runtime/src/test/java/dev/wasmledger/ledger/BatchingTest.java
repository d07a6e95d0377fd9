package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.LedgerOptions.WhenFull;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.storage.MemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that wait together are carried out together, and nobody can tell. */
class BatchingTest {

    private static final int ACCOUNTS = 6;

    /** Holds the writer up at the next command while it is closed: whatever is submitted meanwhile waits together. */
    private static final class Barrier {

        private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

        private volatile CountDownLatch latch = new CountDownLatch(0);

        LedgerOptions options() {
            return LedgerOptions.standard().withClock(this::instant);
        }

        private Instant instant() {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return NOW;
        }

        void close() {
            latch = new CountDownLatch(1);
        }

        void open() {
            latch.countDown();
        }
    }

    private final Barrier barrier = new Barrier();

    private record Request(List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata) {

        CompletableFuture<CommandResult<TransferResults>> submit(Ledger ledger) {
            return ledger.commit(transfers, transactions, metadata);
        }
    }

    private record Told(List<TransferStatus> statuses, List<Veto> vetoes) {

        static Told of(CommandResult<TransferResults> result) {
            TransferResults answer = ((CommandResult.Carried<TransferResults>) result).answer();
            return new Told(Samples.statuses(answer.results()), List.copyOf(answer.vetoes()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tellsEverybodyWhatTheyWouldBeToldAlone(long seed) throws Exception {
        List<Request> requests = new Requests(new Random(seed)).make(400);
        try (Ledger alone = ledger();
                Ledger together = ledger()) {
            List<Told> expected = new ArrayList<>();
            for (Request request : requests) {
                expected.add(Told.of(request.submit(alone).get()));
            }
            List<Told> told = submitTogether(together, requests);
            for (int i = 0; i < requests.size(); i++) {
                assertThat(told.get(i)).as("request %d: %s", i, requests.get(i)).isEqualTo(expected.get(i));
            }
            assertThat(balances(together)).isEqualTo(balances(alone));
            assertThat(together.head().sequence())
                    .as("frames")
                    .isLessThan(alone.head().sequence());
        }
    }

    /** Limits of every kind: a day's, and those of accounts 1 and 2. */
    private Ledger ledger() throws Exception {
        Ledger ledger = Ledger.inMemory("""
                ledger: batches
                engine: wasmledger:engine@0.1.0
                policies:
                  limit: {component: wasmledger:spending-limit@0.1.0, config: {limit: 1500}}
                """, barrier.options());
        ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
        List<Account> accounts = LongStream.rangeClosed(1, ACCOUNTS)
                .mapToObj(number -> account(
                        number,
                        Samples.CREDITS.ledger(),
                        number <= 2 ? AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS : AccountFlags.NONE))
                .toList();
        ledger.createAccounts(accounts, List.of()).get();
        return ledger;
    }

    private List<Told> submitTogether(Ledger ledger, List<Request> requests) throws Exception {
        barrier.close();
        List<CompletableFuture<CommandResult<TransferResults>>> results =
                requests.stream().map(request -> request.submit(ledger)).toList();
        barrier.open();
        List<Told> told = new ArrayList<>();
        for (CompletableFuture<CommandResult<TransferResults>> result : results) {
            told.add(Told.of(result.get()));
        }
        return told;
    }

    private static List<List<U128>> balances(Ledger ledger) throws Exception {
        List<U128> ids =
                LongStream.rangeClosed(1, ACCOUNTS).mapToObj(Samples::id).toList();
        return ledger.lookupAccounts(ids).stream()
                .map(found -> found.orElseThrow())
                .map(account -> List.of(
                        account.debitsPending(),
                        account.debitsPosted(),
                        account.creditsPending(),
                        account.creditsPosted()))
                .toList();
    }

    /** Requests that get in each other's way as often as they can. */
    private static final class Requests {

        private final Random random;
        private long lastId = 100;

        Requests(Random random) {
            this.random = random;
        }

        List<Request> make(int count) {
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                requests.add(request());
            }
            return requests;
        }

        private Request request() {
            int size = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1;
            List<Transfer> transfers = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                transfers.add(transfer());
            }
            boolean imported = random.nextInt(40) == 0;
            if (imported) {
                transfers.set(0, with(transfers.getFirst(), TransferFlags.IMPORTED, Samples.ZERO));
            }
            if (random.nextInt(20) != 0) {
                return new Request(transfers, List.of(), List.of());
            }
            U128 transaction = id(1 + random.nextInt(12));
            transfers.set(0, with(transfers.getFirst(), TransferFlags.NONE, transaction));
            Transaction about = new Transaction(transaction, 20000, Samples.ZERO, "request " + lastId, List.of());
            Metadata text = new Metadata(someId(), List.of(new Entry("request", "" + lastId)));
            return new Request(transfers, List.of(about), List.of(text));
        }

        private Transfer transfer() {
            long debit = 1L + random.nextInt(ACCOUNTS);
            long credit = 1 + (debit + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            long amount = 1L + random.nextInt(60);
            U128 id = random.nextInt(25) == 0 ? someId() : id(++lastId);
            TransferFlags flags = random.nextInt(10) == 0 ? TransferFlags.LINKED : TransferFlags.NONE;
            return switch (random.nextInt(12)) {
                case 0 -> of(id, debit, credit, amount, flags.with(TransferFlags.PENDING), Samples.ZERO);
                case 1 -> of(id, 0, 0, amount, flags.with(TransferFlags.POST_PENDING_TRANSFER), someId());
                case 2 -> of(id, 0, 0, 0, flags.with(TransferFlags.VOID_PENDING_TRANSFER), someId());
                case 3 -> of(id, debit, credit, amount, flags.with(TransferFlags.BALANCING_DEBIT), Samples.ZERO);
                default -> of(id, debit, credit, amount, flags, Samples.ZERO);
            };
        }

        /** One of the last ones, or the next. */
        private U128 someId() {
            return id(lastId + 1 - random.nextInt(30));
        }

        private static Transfer of(U128 id, long debit, long credit, long amount, TransferFlags flags, U128 pending) {
            boolean settles = debit == 0;
            return new Transfer(
                    id,
                    settles ? Samples.ZERO : id(debit),
                    settles ? Samples.ZERO : id(credit),
                    Samples.amount(amount),
                    pending,
                    Samples.ZERO,
                    0,
                    0,
                    0,
                    settles ? 0 : Samples.CREDITS.ledger(),
                    (short) (settles ? 0 : 1),
                    flags,
                    0);
        }

        private static Transfer with(Transfer transfer, TransferFlags flag, U128 userData) {
            return new Transfer(
                    transfer.id(),
                    transfer.debitAccountId(),
                    transfer.creditAccountId(),
                    transfer.amount(),
                    transfer.pendingId(),
                    userData,
                    0,
                    0,
                    0,
                    transfer.ledger(),
                    transfer.code(),
                    transfer.flags().with(flag),
                    0);
        }
    }

    @Test
    void failsNobodyForAnotherOnesRequest() throws Exception {
        JavaGraphs graphs = new JavaGraphs("traps", (state, scope) -> new JavaEngine(state, scope, scope) {
            @Override
            public TransferResults commit(
                    TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
                if (transfers.stream().anyMatch(transfer -> transfer.amount().low() == 13)) {
                    throw new IllegalStateException("unreachable executed");
                }
                return super.commit(transfers, transactions, metadata);
            }
        });
        MemoryStorage storage = new MemoryStorage();
        try (Ledger ledger = opened(graphs, storage, barrier.options())) {
            long before = ledger.head().sequence();
            barrier.close();
            List<CompletableFuture<CommandResult<TransferResults>>> results = LongStream.rangeClosed(10, 16)
                    .mapToObj(number -> ledger.commit(List.of(transfer(number, 1, 2, number)), List.of(), List.of()))
                    .toList();
            barrier.open();
            for (int i = 0; i < results.size(); i++) {
                CommandResult<TransferResults> result = results.get(i).get();
                if (i == 3) {
                    assertThat(result)
                            .isInstanceOfSatisfying(
                                    CommandResult.Stopped.class,
                                    stopped -> assertThat(stopped.verdict())
                                            .isEqualTo(new Verdict("engine", "unreachable executed")));
                } else {
                    assertThat(Told.of(result).statuses()).containsExactly(TransferStatus.CREATED);
                }
            }
            assertThat(ledger.head().sequence() - before)
                    .as("a frame for each, and none of what they were tried together with")
                    .isEqualTo(7);
        }
        assertThat(LedgerVerifier.verify(storage, (bytes, of) -> {}).problem()).isEmpty();
    }

    @Test
    void givesEachItsOwnMoment() throws Exception {
        try (Ledger ledger = opened(JavaGraphs.honest(), new MemoryStorage(), barrier.options())) {
            barrier.close();
            List<CompletableFuture<CommandResult<TransferResults>>> results = LongStream.rangeClosed(10, 19)
                    .mapToObj(number -> ledger.commit(
                            List.of(transfer(number, 1, 2, 1), transfer(number + 100, 2, 1, 1)), List.of(), List.of()))
                    .toList();
            barrier.open();
            List<Long> times = new ArrayList<>();
            for (CompletableFuture<CommandResult<TransferResults>> result : results) {
                var answer = ((CommandResult.Carried<TransferResults>) result.get()).answer();
                answer.results().stream().map(TransferResult::timestamp).forEach(times::add);
            }
            assertThat(times).hasSize(20).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void refusesWhatFindsNoRoom() throws Exception {
        LedgerOptions narrow = barrier.options().withWaitingItems(2).withWhenFull(WhenFull.REFUSE);
        try (Ledger ledger = opened(JavaGraphs.honest(), new MemoryStorage(), narrow)) {
            barrier.close();
            List<CompletableFuture<CommandResult<TransferResults>>> results = submit(ledger, 10, 50);
            List<U128> refused = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).isCompletedExceptionally()) {
                    assertThatExceptionOfType(ExecutionException.class)
                            .isThrownBy(results.get(i)::get)
                            .withCauseInstanceOf(RejectedExecutionException.class)
                            .withMessageContaining("2 items wait for the ledger");
                    refused.add(id(10 + i));
                }
            }
            assertThat(refused).isNotEmpty().doesNotContain(id(10), id(11));
            barrier.open();
            assertThat(ledger.known(refused)).doesNotContain(true);
            assertThat(Told.of(submit(ledger, 100, 1).getFirst().get()).statuses())
                    .containsExactly(TransferStatus.CREATED);
        }
    }

    @Test
    void letsWhoeverFindsNoRoomWait() throws Exception {
        try (Ledger ledger = opened(
                JavaGraphs.honest(), new MemoryStorage(), barrier.options().withWaitingItems(2))) {
            barrier.close();
            var results = new CompletableFuture<List<CompletableFuture<CommandResult<TransferResults>>>>();
            Thread submitting = Thread.ofPlatform().start(() -> results.complete(submit(ledger, 10, 50)));
            while (submitting.getState() == Thread.State.RUNNABLE || submitting.getState() == Thread.State.NEW) {
                Thread.onSpinWait();
            }
            assertThat(results).isNotDone();
            barrier.open();
            for (CompletableFuture<CommandResult<TransferResults>> result : results.get()) {
                assertThat(Told.of(result.get()).statuses()).containsExactly(TransferStatus.CREATED);
            }
        }
    }

    private static List<CompletableFuture<CommandResult<TransferResults>>> submit(
            Ledger ledger, long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(number -> ledger.commit(List.of(transfer(number, 1, 2, 1)), List.of(), List.of()))
                .toList();
    }

    private static Ledger opened(JavaGraphs graphs, MemoryStorage storage, LedgerOptions options) throws Exception {
        Ledger ledger = Ledger.open(graphs, storage, LogOptions.standard(), options);
        ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
        ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
        return ledger;
    }
}
