package dev.wasmledger.benchmarks.transfers;

import dev.wasmledger.benchmarks.MeasuredLedger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures how many transfers a second the composed graph commits in memory, over 10,000 accounts, in batches of several
 * sizes: the engine alone, behind one gate and policy, behind two; beside it all of the engine's rules in plain Java, and a
 * hash map that does no more than add. What a gate and its policy cost is the difference. Then it says how many bytes of the
 * heap an account and a transfer take.
 *
 * <p>Properties: {@code transfers}, which each peer is given for each size of batch after as many to warm up with; {@code sizes}
 * and {@code peers}, which leave others out. Time is what the processor gives to this one thread: neither what else the machine
 * does nor the collection of garbage counts.
 */
public final class Transfers {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** So many that what does not grow with them counts for little. */
    private static final int MORE_ACCOUNTS = 500_000;

    private final int transfers = Integer.getInteger("transfers", 1_000_000);
    private final String[] sizes =
            System.getProperty("sizes", "1,100,1000,8000").split(",", -1);
    private final String peers = System.getProperty("peers", "");

    private Transfers() {}

    /** Without arguments. */
    public static void main(String[] arguments) {
        new Transfers().run();
    }

    private static Map<String, Supplier<Peer>> peers() {
        Map<String, Supplier<Peer>> peers = new LinkedHashMap<>();
        peers.put("engine", () -> new Composed(""));
        peers.put("gate, spending limit, engine", () -> new Composed(MeasuredLedger.SPENDING_LIMIT));
        peers.put(
                "two gates and policies, engine",
                () -> new Composed(MeasuredLedger.SPENDING_LIMIT + MeasuredLedger.DENY_LIST));
        peers.put("the engine's rules in plain Java", PlainEngine::new);
        peers.put("hash map", PlainMap::new);
        return peers;
    }

    private void run() {
        System.out.printf("%-34s", "transfers a second, batches of");
        for (String size : sizes) {
            System.out.printf("%12s", size);
        }
        System.out.printf("%18s%18s%n", "bytes a transfer", "bytes an account");
        peers().forEach((name, maker) -> {
            if (name.contains(peers)) {
                System.out.printf("%-34s", name);
                for (String size : sizes) {
                    System.out.printf("%,12.0f", measure(maker.get(), Integer.parseInt(size)));
                }
                System.out.printf("%,18d%,18d%n", transferBytes(maker), accountBytes(maker));
            }
        });
    }

    private double measure(Peer peer, int size) {
        Batches batches = new Batches();
        commit(peer, batches, size);
        return transfers * 1e9 / commit(peer, batches, size);
    }

    /** Gives the nanoseconds that it took. */
    private long commit(Peer peer, Batches batches, int size) {
        long nanos = 0;
        for (int done = 0; done < transfers; done += size) {
            TransferList batch = batches.next(Math.min(size, transfers - done));
            Object prepared = peer.prepare(batch);
            long start = THREADS.getCurrentThreadCpuTime();
            int created = peer.commit(prepared);
            nanos += THREADS.getCurrentThreadCpuTime() - start;
            if (created != batch.size()) {
                throw new IllegalStateException(created + " of " + batch.size() + " transfers were created");
            }
        }
        return nanos;
    }

    /** What each transfer leaves in the heap. */
    private long transferBytes(Supplier<Peer> maker) {
        Peer peer = maker.get();
        Batches batches = new Batches();
        int size = 8_000;
        for (int i = 0; i < 5; i++) {
            peer.commit(peer.prepare(batches.next(size)));
        }
        long before = used();
        int done = 0;
        for (; done < transfers; done += size) {
            peer.commit(peer.prepare(batches.next(size)));
        }
        long taken = used() - before;
        peer.commit(peer.prepare(batches.next(1))); // so that all is still there
        return taken / done;
    }

    /** What each account takes in the heap before anything has happened to it. */
    private static long accountBytes(Supplier<Peer> maker) {
        Peer peer = maker.get();
        long before = used();
        peer.open(Batches.ACCOUNTS, MORE_ACCOUNTS);
        long taken = used() - before;
        Batches batches = new Batches();
        peer.commit(peer.prepare(batches.next(1))); // so that all is still there
        return taken / MORE_ACCOUNTS;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
