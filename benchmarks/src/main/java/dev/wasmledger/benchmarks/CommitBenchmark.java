package dev.wasmledger.benchmarks;

import dev.wasmledger.benchmarks.durable.ComposedLedger;
import dev.wasmledger.benchmarks.durable.Transfers;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

        private Transfers transfers;

        @Setup(Level.Trial)
        public void draw() {
            transfers = new Transfers(size, ComposedLedger.ACCOUNTS);
        }

        List<Transfer> next() {
            return transfers.next();
        }
    }

    /** The ledger that ships, in a folder of its own. */
    @State(Scope.Thread)
    public static class Composed {

        private ComposedLedger composed;
        private Ledger ledger;

        @Setup(Level.Trial)
        public void open() throws IOException {
            composed = ComposedLedger.create();
            ledger = composed.open();
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            ledger.close();
            composed.close();
        }
    }

    /** The peer. */
    @State(Scope.Thread)
    public static class Plain {

        private PlainBooks books;

        @Setup(Level.Iteration)
        public void open() {
            books = new PlainBooks();
            for (int i = 1; i <= ComposedLedger.ACCOUNTS; i++) {
                books.open(new U128(i, 0));
            }
        }
    }

    @Benchmark
    public void composedLedger(Composed composed, Batches batches, Count count) {
        count.committed += Transfers.committed(
                composed.ledger.commit(batches.next(), List.of(), List.of()).join());
    }

    @Benchmark
    public void plainHashMap(Plain plain, Batches batches, Count count) {
        if (plain.books.size() > MOST_IN_MAP) {
            plain.open();
        }
        count.committed += plain.books.commit(batches.next());
    }
}
