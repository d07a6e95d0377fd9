package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.internal.core.Interruption;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the running calls of all instances from time to time and stops those over their limit. One daemon thread for
 * the process; it starts with the first instance and sleeps for good while there is none.
 */
final class Watchdog implements Runnable {

    private static final long LONGEST_SLEEP_NANOS = 100_000_000;
    private static final long SHORTEST_SLEEP_NANOS = 1_000_000;

    private static final Object LOCK = new Object();
    private static final List<Watched> WATCHED = new ArrayList<>();
    private static boolean started;

    /** A call that was running when last looked at. */
    private static final class Watched {
        final WeakReference<RunningCall> call;
        long sequence;
        long sinceNanos;

        Watched(RunningCall call) {
            this.call = new WeakReference<>(call);
        }
    }

    static void watch(RunningCall call) {
        synchronized (LOCK) {
            WATCHED.add(new Watched(call));
            if (!started) {
                started = true;
                Thread thread = new Thread(new Watchdog(), "wasmledger-watchdog");
                thread.setDaemon(true);
                thread.start();
            }
            LOCK.notifyAll();
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                synchronized (LOCK) {
                    long sleepNanos = look(System.nanoTime());
                    // Waits for ever where there is nothing to watch.
                    LOCK.wait(WATCHED.isEmpty() ? 0 : Math.max(1, sleepNanos / 1_000_000));
                }
                Interruption.withdrawOutdated();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long look(long now) {
        long sleep = LONGEST_SLEEP_NANOS;
        var watched = WATCHED.iterator();
        while (watched.hasNext()) {
            Watched one = watched.next();
            RunningCall call = one.call.get();
            if (call == null || call.isRetired()) {
                watched.remove();
            } else {
                look(one, call, now);
                sleep = Math.min(
                        sleep, Math.max(SHORTEST_SLEEP_NANOS, call.limit().toNanos() / 4));
            }
        }
        return sleep;
    }

    private static void look(Watched one, RunningCall call, long now) {
        long sequence = call.sequence();
        if (sequence != one.sequence) {
            one.sequence = sequence;
            one.sinceNanos = now;
        } else if ((sequence & 1) == 1 && now - one.sinceNanos >= call.limit().toNanos()) {
            call.stop(sequence);
        }
    }
}
