package dev.wasmledger.benchmarks;

import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.LedgerComposer;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.CommandResult;
import dev.wasmledger.ledger.Deployment;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Durable transfers a second through the composed ledger (gate, spending limit, engine, log forced to disk), over 10,000
 * accounts, beside the same transfers in a plain hash map. The counter {@code committed} is the figure: transfers, not
 * batches.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class CommitBenchmark {

    private static final int ACCOUNTS = 10_000;
    private static final int ASSET = 1;

    /** With so many transfers the peer begins anew: it keeps all of them, and an iteration has more than the heap can hold. */
    private static final int MOST_IN_MAP = 2_000_000;

    /** What was committed within one iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public long committed;
    }

    /** Batches of transfers between accounts drawn at random, each with a new id. */
    @State(Scope.Thread)
    public static class Batches {

        @Param({"1", "100", "8000"})
        private int size;

        private final Random random = new Random(42);
        private long lastId = ACCOUNTS;

        List<Transfer> next() {
            List<Transfer> batch = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                int debit = random.nextInt(ACCOUNTS);
                int credit = (debit + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
                batch.add(new Transfer(
                        number(++lastId),
                        account(debit),
                        account(credit),
                        number(1 + random.nextInt(1000)),
                        number(0),
                        number(0),
                        0,
                        0,
                        0,
                        ASSET,
                        (short) 1,
                        TransferFlags.NONE,
                        0));
            }
            return batch;
        }
    }

    /** The ledger that ships, in a folder of its own. */
    @State(Scope.Thread)
    public static class Composed {

        private Path folder;
        private Ledger ledger;

        @Setup(Level.Trial)
        public void open() throws IOException {
            folder = Files.createTempDirectory("commit-benchmark");
            Path yaml = Files.writeString(folder.resolve("ledger.yaml"), """
                    ledger: benchmark
                    engine: wasmledger:engine@0.1.0
                    policies:
                      spending-limit:
                        component: wasmledger:spending-limit@0.1.0
                        config:
                          limit: 1000000000000000
                    """);
            LedgerFile file = LedgerFile.read(yaml);
            var composition = new LedgerComposer(ComponentStore.standard()).compose(file);
            ledger = Ledger.open(Deployment.of(composition, file.limits()), file.state());
            ledger.createAssets(List.of(new Asset(ASSET, (byte) 2, "USD")), List.of())
                    .join();
            for (int from = 0; from < ACCOUNTS; from += ACCOUNTS / 2) {
                List<Account> accounts = new ArrayList<>();
                for (int i = from; i < from + ACCOUNTS / 2; i++) {
                    accounts.add(new Account(
                            account(i),
                            number(0),
                            number(0),
                            number(0),
                            number(0),
                            number(0),
                            0,
                            0,
                            ASSET,
                            (short) 1,
                            AccountFlags.NONE,
                            0));
                }
                ledger.createAccounts(accounts, List.of()).join();
            }
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            ledger.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The peer. */
    @State(Scope.Thread)
    public static class Plain {

        private PlainBooks books;

        @Setup(Level.Iteration)
        public void open() {
            books = new PlainBooks();
            for (int i = 0; i < ACCOUNTS; i++) {
                books.open(account(i));
            }
        }
    }

    @Benchmark
    public void composedLedger(Composed composed, Batches batches, Count count) {
        CommandResult<TransferResults> result =
                composed.ledger.commit(batches.next(), List.of(), List.of()).join();
        if (!(result instanceof CommandResult.Carried<TransferResults>(var answer, var sequence))) {
            throw new IllegalStateException("stopped: " + result);
        }
        count.committed += answer.results().stream()
                .filter(transfer -> transfer.status() == TransferStatus.CREATED)
                .count();
    }

    @Benchmark
    public void plainHashMap(Plain plain, Batches batches, Count count) {
        if (plain.books.size() > MOST_IN_MAP) {
            plain.open();
        }
        count.committed += plain.books.commit(batches.next());
    }

    private static U128 account(int index) {
        return number(index + 1L);
    }

    private static U128 number(long low) {
        return new U128(low, 0);
    }
}
