package dev.wasmledger.benchmarks.durable;

import dev.wasmledger.ledger.Ledger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Durable transfers a second, by how many are submitted together and how many threads submit, each waiting for its answer. */
final class Throughput {

    private static final int[] SIZES = {1, 100, 1000, 8000};

    private final double seconds;

    Throughput(double seconds) {
        this.seconds = seconds;
    }

    /**
     * What one thread, or some, got done.
     *
     * @param perSecond durable transfers
     */
    record Measured(int size, int threads, double perSecond) {}

    /** Prints a line for each. */
    List<Measured> report() throws IOException, InterruptedException, ExecutionException {
        System.out.printf("%-34s%12s%s%n", "durable, through the graph", "transfers/s", Latencies.heads());
        List<Measured> measured = new ArrayList<>();
        for (int size : SIZES) {
            for (int threads : new int[] {1, 8}) {
                measured.add(measure(size, threads));
            }
        }
        return measured;
    }

    private Measured measure(int size, int threads) throws IOException, InterruptedException, ExecutionException {
        try (ComposedLedger composed = ComposedLedger.create();
                Ledger ledger = composed.open()) {
            Transfers transfers = new Transfers(size, 0);
            run(ledger, transfers, threads, seconds / 2, new Latencies());
            Latencies latencies = new Latencies();
            double perSecond = run(ledger, transfers, threads, seconds, latencies);
            System.out.printf(
                    "%-34s%12.0f%s%n",
                    "batches of %d, %d thread%s".formatted(size, threads, threads == 1 ? "" : "s"),
                    perSecond,
                    latencies.columns());
            return new Measured(size, threads, perSecond);
        }
    }

    private static double run(Ledger ledger, Transfers transfers, int threads, double seconds, Latencies latencies)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long committed = 0;
        try (ExecutorService submitters = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(submitters.submit(() -> submit(ledger, transfers, end, latencies)));
            }
            for (Future<Long> count : counts) {
                committed += count.get();
            }
        }
        return committed / ((System.nanoTime() - start) / 1e9);
    }

    private static long submit(Ledger ledger, Transfers transfers, long end, Latencies latencies) {
        long committed = 0;
        long now = System.nanoTime();
        while (now < end) {
            var result = ledger.commit(transfers.next(), List.of(), List.of()).join();
            committed += Transfers.committed(result);
            long before = now;
            now = System.nanoTime();
            latencies.add(now - before);
        }
        return committed;
    }
}
