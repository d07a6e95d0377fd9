package dev.wasmledger.benchmarks.table;

import dev.wasmledger.ledger.internal.table.OrderedTable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Measures what tables do in a second and prints it beside the maps of {@code java.util}: reads and writes of rows in commands
 * of 8,000, appends to accounts in the order of time, scans, and folding of what a log holds of transfers. Properties:
 * {@code samples}, of which the best counts, and {@code millis}, what one takes at least. Time is what the processor gives to
 * this one thread: what else the machine does is left out, and so is the collection of garbage, which is the maps' gain.
 */
public final class Tables {

    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int COMMAND = 8_000;
    private static final int ACCOUNTS = 10_000;

    private final int samples = Integer.getInteger("samples", 7);
    private final long sampleNanos = Integer.getInteger("millis", 300) * 1_000_000L;

    private Tables() {}

    /** Does something as often as it says, and says how often. */
    @FunctionalInterface
    private interface Work {
        int run(Peer peer);
    }

    /** Without arguments. */
    public static void main(String[] arguments) {
        new Tables().run();
    }

    private void run() {
        System.out.printf("%-44s %12s %12s %8s%n", "millions a second", "tables", "java.util", "ratio");
        for (int rows : new int[] {10_000, 1_000_000}) {
            Random random = new Random(1);
            String among = " among " + rows + " rows";
            compare("read a row" + among, peer -> filled(peer, rows), peer -> {
                long sum = 0;
                for (int i = 0; i < COMMAND; i++) {
                    sum += peer.get(random.nextInt(rows));
                }
                return counted(sum, COMMAND);
            });
            compare("write a row, keep" + among, peer -> filled(peer, rows), peer -> {
                write(peer, random, rows);
                peer.keep();
                return COMMAND;
            });
            compare("write a row, drop" + among, peer -> filled(peer, rows), peer -> {
                write(peer, random, rows);
                peer.drop();
                return COMMAND;
            });
        }
        long[] time = new long[1];
        Random random = new Random(2);
        compare("append to one of 10000 accounts, keep", peer -> appended(peer, time, random, 100), peer -> {
            append(peer, time, random);
            return COMMAND;
        });
        compare("scan 100 rows, each", peer -> appended(peer, time, random, 100), peer -> {
            long sum = 0;
            for (int i = 0; i < 100; i++) {
                sum += peer.scan(new OrderedTable.Key(0, random.nextInt(ACCOUNTS), 0), 100);
            }
            return counted(sum, 10_000);
        });
        Folding.report(samples);
    }

    private void compare(String what, Consumer<Peer> prepare, Work work) {
        double flat = best(FlatTables::new, prepare, work);
        double maps = best(Maps::new, prepare, work);
        System.out.printf("%-44s %12.2f %12.2f %8.2f%n", what, flat, maps, flat / maps);
    }

    private double best(Supplier<Peer> maker, Consumer<Peer> prepare, Work work) {
        Peer peer = maker.get();
        prepare.accept(peer);
        double best = 0;
        for (int i = 0; i < samples; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            long done = 0;
            while (THREADS.getCurrentThreadCpuTime() - start < sampleNanos) {
                done += work.run(peer);
            }
            best = Math.max(best, done * 1e3 / (THREADS.getCurrentThreadCpuTime() - start));
        }
        return best;
    }

    private static void filled(Peer peer, int rows) {
        for (int i = 0; i < rows; i++) {
            peer.put(i, i);
            if (i % COMMAND == 0) {
                peer.keep();
            }
        }
        peer.keep();
    }

    private static void write(Peer peer, Random random, int rows) {
        for (int i = 0; i < COMMAND; i++) {
            peer.put(random.nextInt(rows), i);
        }
    }

    private static void appended(Peer peer, long[] time, Random random, int commands) {
        for (int i = 0; i < commands; i++) {
            append(peer, time, random);
        }
    }

    private static void append(Peer peer, long[] time, Random random) {
        for (int i = 0; i < COMMAND; i++) {
            peer.putOrdered(new OrderedTable.Key(0, random.nextInt(ACCOUNTS), time[0]++), i);
        }
        peer.keep();
    }

    /** Keeps a sum from being left out. */
    private static int counted(long sum, int count) {
        return sum == Long.MIN_VALUE ? 0 : count;
    }
}
