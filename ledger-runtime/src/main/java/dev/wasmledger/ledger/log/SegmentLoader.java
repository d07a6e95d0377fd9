package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads and checks the segments of a log on as many threads as the machine has, and gives them out in their order. Whoever
 * takes the frames in does so while the next segments are being checked.
 */
final class SegmentLoader implements AutoCloseable {

    /** What is read faster than threads are started. */
    private static final long SMALL_LOG_BYTES = 4 << 20;

    private final Storage storage;
    private final int segments;
    private final Optional<ExecutorService> threads;
    private final Deque<Future<Loaded>> ahead = new ArrayDeque<>();
    private int asked;

    /** @param first the segment that comes first */
    SegmentLoader(Storage storage, int first, int segments) throws IOException {
        this.storage = storage;
        this.segments = segments;
        this.asked = first - 1;
        int most = Math.min(segments - asked, Runtime.getRuntime().availableProcessors());
        boolean small = most == 1 || LogScan.size(storage) < SMALL_LOG_BYTES;
        this.threads = small
                ? Optional.empty()
                : Optional.of(Executors.newFixedThreadPool(
                        most,
                        Thread.ofPlatform().daemon().name("ledger-check-", 0).factory()));
        for (int i = 0; i < most && !small; i++) {
            ask();
        }
    }

    /**
     * A segment in memory.
     *
     * @param start what its first frame stands on
     * @param frames those that are in order
     * @param whole what was found behind them, or
     * @param damage why there are no more
     */
    record Loaded(Chain start, List<Frame> frames, Optional<SegmentScan> whole, Optional<IOException> damage) {

        /** What was found, once the frames have been taken in. */
        SegmentScan scan() throws IOException {
            if (damage.isPresent()) {
                throw damage.get();
            }
            return whole.orElseThrow();
        }
    }

    /** The next segment. */
    Loaded next() throws IOException {
        if (threads.isEmpty()) {
            return load(++asked);
        }
        try {
            Loaded loaded = ahead.remove().get();
            ask();
            return loaded;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading the log", e);
        } catch (ExecutionException | CancellationException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e);
        }
    }

    private void ask() {
        if (asked < segments && threads.isPresent()) {
            int number = ++asked;
            ahead.add(threads.get().submit(() -> load(number)));
        }
    }

    private Loaded load(int number) throws IOException {
        List<Frame> frames = new ArrayList<>();
        List<Chain> start = new ArrayList<>();
        try {
            SegmentScan scan = SegmentScan.run(
                    storage, number, number == segments, header -> start.add(header.start()), frames::add);
            return new Loaded(start.getFirst(), frames, Optional.of(scan), Optional.empty());
        } catch (IOException e) {
            if (start.isEmpty()) {
                throw e;
            }
            return new Loaded(start.getFirst(), frames, Optional.empty(), Optional.of(e));
        }
    }

    @Override
    public void close() {
        threads.ifPresent(ExecutorService::shutdownNow);
    }
}
