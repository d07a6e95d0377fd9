package dev.wasmledger.benchmarks.transfers;

import dev.wasmledger.benchmarks.MeasuredLedger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;

/**
 * Says what each crossing costs when the composed graph of gate, spending limit and engine commits transfers in memory, and
 * in which room the time goes by.
 *
 * <p>Time is what the processor gives to this one thread, split by samples of its stack: of a crossing what is spent on the
 * values that cross, on memory for them, and on all that is called behind it. Copies of large blocks are seldom sampled, and
 * so the calls to the host are timed as well, table by table, in a run of their own; what lies behind them is part of that.
 *
 * <p>Properties: {@code transfers}, as many as are measured at a time, after as many to warm up with, and {@code sizes} of
 * batches. With {@code -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints} HotSpot knows which method it put into another.
 */
public final class Crossings {

    /** What crosses for each transfer between components: by its type there, and back what is said of it. */
    private static final Map<String, String> BYTES =
            Map.of("known", "16 + 1", "check", "128", "commit", "128 + 16", "settled", "128 + 16");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int transfers = Integer.getInteger("transfers", 1_000_000);
    private final int size;

    private Crossings(int size) {
        this.size = size;
    }

    /** Without arguments. */
    public static void main(String[] arguments) {
        for (String size : System.getProperty("sizes", "8000,1").split(",", -1)) {
            new Crossings(Integer.parseInt(size)).run();
        }
    }

    private void run() {
        var peer = new Composed(MeasuredLedger.SPENDING_LIMIT);
        var batches = new Batches();
        commit(peer, batches);
        long[] nanos = new long[1];
        Profile profile = Profile.of(() -> nanos[0] = commit(peer, batches));
        double each = (double) nanos[0] / transfers;
        System.out.printf(
                "%nBatches of %,d: %,.0f transfers a second, %,.0f ns each; %,d samples%n",
                size, 1e9 / each, each, profile.samples());
        print(profile, each);

        var calls = new HostCalls();
        var watched = new Composed(MeasuredLedger.SPENDING_LIMIT, calls::link);
        commit(watched, batches);
        calls.tallies().clear();
        commit(watched, batches);
        print(calls);
    }

    private static void print(Profile profile, double each) {
        double nanosASample = each / profile.samples();
        System.out.printf(
                "%n%-44s%12s%12s%12s%12s%n",
                "crossing (ns and bytes a transfer, sampled)", "copying", "allocating", "behind it", "bytes");
        profile.crossings()
                .forEach((name, crossing) -> System.out.printf(
                        "%-44s%,12.0f%,12.0f%,12.0f%12s%n",
                        name,
                        crossing.copying * nanosASample,
                        crossing.allocating * nanosASample,
                        crossing.behind * nanosASample,
                        BYTES.getOrDefault(name.substring(name.lastIndexOf(' ') + 1), "")));
        System.out.printf("%n%-44s%12s%12s%n", "room", "share", "ns");
        profile.rooms()
                .forEach(room -> System.out.printf(
                        "%-44s%11.1f%%%,12.0f%n",
                        room.getKey(), 100.0 * room.getValue() / profile.samples(), room.getValue() * nanosASample));
    }

    private void print(HostCalls calls) {
        int batches = (transfers + size - 1) / size;
        System.out.printf(
                "%n%-60s%12s%12s%12s%n",
                "calls to the host (bytes and ns a transfer, timed)", "a batch", "bytes", "ns");
        calls.tallies()
                .forEach((name, tally) -> System.out.printf(
                        "%-60s%,12.1f%,12.1f%,12.1f%n",
                        name,
                        (double) tally.calls / batches,
                        (double) tally.bytes / transfers,
                        (double) tally.nanos / transfers));
    }

    /** Gives the nanoseconds that it took. */
    private long commit(Composed peer, Batches batches) {
        long nanos = 0;
        for (int done = 0; done < transfers; done += size) {
            TransferList batch = batches.next(Math.min(size, transfers - done));
            long start = THREADS.getCurrentThreadCpuTime();
            peer.commit(batch);
            nanos += THREADS.getCurrentThreadCpuTime() - start;
        }
        return nanos;
    }
}
