package dev.wasmledger.benchmarks.boundary;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * The least time that a call takes, of several samples. The peers' samples alternate, so that what else the machine does
 * hits all of them.
 */
final class Measurement {

    private static final int WARM_UPS = 50;

    /** Of which the allocated bytes are counted. */
    private static final int CALLS = 1_000;

    private final int samples;
    private final long sampleNanos;

    /** Read by nobody: keeps the calls from being left out. */
    private long sink;

    /**
     * With so many samples of each peer.
     *
     * @param sampleMillis how long one sample is to take at least
     */
    Measurement(int samples, int sampleMillis) {
        this.samples = samples;
        this.sampleNanos = sampleMillis * 1_000_000L;
    }

    /**
     * Nanoseconds for one call of each peer, in their order.
     *
     * @param peers each makes as many calls as it is told, and gives something that depends on all of them
     */
    double[] nanosPerCall(IntToLongFunction... peers) {
        int[] times = Arrays.stream(peers).mapToInt(this::calibrated).toArray();
        double[] least = new double[peers.length];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int i = 0; i < samples; i++) {
            for (int j = 0; j < peers.length; j++) {
                least[j] = Math.min(least[j], (double) nanos(peers[j], times[j]) / times[j]);
            }
        }
        return least;
    }

    /** Bytes of the objects that one call makes on its thread, when everything is warm. */
    double bytesPerCall(IntToLongFunction peer) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        sink += peer.applyAsLong(CALLS);
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }

    /** How many calls one sample has; warm when that is known. */
    private int calibrated(IntToLongFunction peer) {
        int times = 1;
        int warm = 0;
        while (warm < WARM_UPS) {
            if (nanos(peer, times) < sampleNanos && times < 1 << 28) {
                times *= 2;
            } else {
                warm++;
            }
        }
        return times;
    }

    private long nanos(IntToLongFunction peer, int times) {
        long start = System.nanoTime();
        sink += peer.applyAsLong(times);
        return System.nanoTime() - start;
    }

    long sink() {
        return sink;
    }

    /** To three places. */
    static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
