package dev.wasmledger.benchmarks.durable;

import static dev.wasmledger.benchmarks.durable.ComposedLedger.number;

import dev.wasmledger.ledger.CommandResult;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.LedgerVerification;
import dev.wasmledger.ledger.LedgerVerifier;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * A ledger of so many transfers: how long it takes to open from the log alone and from a snapshot, to answer and to verify, how
 * much memory and disk it takes, and how long a commit waits while a snapshot is written.
 */
final class LargeLedger {

    private static final int BATCH = 8000;
    private static final int AHEAD = 4;
    private static final int SMALL_BATCH = 100;
    private static final int QUESTIONS = 1000;

    private final long transfers;
    private final double seconds;

    /** @param seconds for which commits are watched without a snapshot, and at least with one */
    LargeLedger(long transfers, double seconds) {
        this.transfers = transfers;
        this.seconds = seconds;
    }

    void report() throws IOException, QueryFailedException {
        System.out.printf("a ledger of %,d transfers, in a heap of at most %,d MiB%n", transfers, heapMib());
        try (ComposedLedger composed = ComposedLedger.create()) {
            fill(composed);
            openFromLog(composed);
            openFromSnapshot(composed);
            verify(composed);
        }
    }

    private static long heapMib() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static void line(String what, String figures) {
        System.out.printf("  %-44s%s%n", what, figures);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void fill(ComposedLedger composed) throws IOException {
        try (Ledger ledger = composed.open()) {
            Transfers batches = new Transfers(BATCH, 0);
            Deque<CompletableFuture<CommandResult<TransferResults>>> ahead = new ArrayDeque<>();
            long committed = 0;
            long start = System.nanoTime();
            for (long submitted = 0; submitted < transfers; submitted += BATCH) {
                if (ahead.size() == AHEAD) {
                    committed += Transfers.committed(ahead.remove().join());
                }
                ahead.add(ledger.commit(batches.next(), List.of(), List.of()));
            }
            while (!ahead.isEmpty()) {
                committed += Transfers.committed(ahead.remove().join());
            }
            double spent = secondsSince(start);
            line("committed and durable", "%,d in %.1f s, %,.0f/s".formatted(committed, spent, committed / spent));
            double memory = usedBytes();
            line("memory", "%,.0f MiB, %.1f bytes a transfer".formatted(memory / (1 << 20), memory / committed));
        }
        double log = composed.bytes("ledger-");
        line("log on disk", "%,.0f MiB, %.1f bytes a transfer".formatted(log / (1 << 20), log / transfers));
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void openFromLog(ComposedLedger composed) throws IOException, QueryFailedException {
        long start = System.nanoTime();
        try (Ledger ledger = composed.openAsItIs()) {
            opened("opened from the log alone", start);
            ask(ledger);
            watchCommits(composed, ledger);
        }
    }

    private void opened(String how, long start) {
        double spent = secondsSince(start);
        line(how, "%.2f s, %,.0f transfers/s".formatted(spent, transfers / spent));
    }

    private void ask(Ledger ledger) throws IOException, QueryFailedException {
        SplittableRandom random = new SplittableRandom(1);
        Latencies latencies = new Latencies();
        for (int i = 0; i < QUESTIONS; i++) {
            U128 id = number(1 + random.nextLong(transfers));
            long start = System.nanoTime();
            if (ledger.lookupTransfers(List.of(id)).getFirst().isEmpty()) {
                throw new IllegalStateException("transfer " + id + " is not there");
            }
            latencies.add(System.nanoTime() - start);
        }
        line(QUESTIONS + " transfers looked up, each", Latencies.heads().strip());
        line("", latencies.columns());
    }

    /** Small batches one after the other: what each waits without a snapshot, and while one is written. */
    private void watchCommits(ComposedLedger composed, Ledger ledger) throws IOException {
        Transfers batches = new Transfers(SMALL_BATCH, transfers + BATCH);
        watch(ledger, batches, seconds / 2, new Latencies());
        line("batches of " + SMALL_BATCH, Latencies.heads().strip());
        Latencies before = new Latencies();
        watch(ledger, batches, seconds, before);
        line("  without a snapshot", before.columns());
        Latencies beside = new Latencies();
        long start = System.nanoTime();
        CompletableFuture<Void> snapshot = CompletableFuture.runAsync(() -> takeSnapshot(ledger));
        while (!snapshot.isDone()) {
            watch(ledger, batches, 0, beside);
        }
        snapshot.join();
        double spent = secondsSince(start);
        line("  while one is written (%d batches)".formatted(beside.count()), beside.columns());
        double bytes = composed.bytes("snapshot-");
        line(
                "snapshot",
                "%.1f s, %,.0f MiB, %.1f bytes a transfer".formatted(spent, bytes / (1 << 20), bytes / transfers));
    }

    private static void takeSnapshot(Ledger ledger) {
        try {
            ledger.snapshot();
        } catch (IOException | QueryFailedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At least one batch. */
    private static void watch(Ledger ledger, Transfers batches, double forSeconds, Latencies latencies) {
        long end = System.nanoTime() + (long) (forSeconds * 1e9);
        do {
            var batch = batches.next();
            long start = System.nanoTime();
            Transfers.committed(ledger.commit(batch, List.of(), List.of()).join());
            latencies.add(System.nanoTime() - start);
        } while (System.nanoTime() < end);
    }

    private void openFromSnapshot(ComposedLedger composed) throws IOException, QueryFailedException {
        long start = System.nanoTime();
        try (Ledger ledger = composed.openAsItIs()) {
            opened("opened from the snapshot", start);
            List<String> passedOver = new ArrayList<>(ledger.snapshotsPassedOver());
            if (!passedOver.isEmpty()) {
                throw new IllegalStateException("passed over: " + passedOver);
            }
            ask(ledger);
        }
    }

    private void verify(ComposedLedger composed) throws IOException {
        long start = System.nanoTime();
        LedgerVerification found = LedgerVerifier.verify(composed.state(), (bytes, of) -> {});
        double spent = secondsSince(start);
        if (!found.isWhole()) {
            throw new IllegalStateException("not whole: " + found);
        }
        line("verified, with the snapshot", "%.2f s, %,.0f transfers/s".formatted(spent, found.transfers() / spent));
    }
}
