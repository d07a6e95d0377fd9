package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.log.FrameLog;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.LogStatus;
import dev.wasmledger.ledger.log.LogStoppedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes the log. It encodes, hashes, writes and forces the frames of commands that were carried out, while
 * the next ones are being carried out. Whatever waits for it together is forced together, and nobody hears of anything before it
 * is durable.
 */
public final class Appender implements AutoCloseable {

    /** What even the smallest frame weighs in the line. */
    private static final int LEAST_WEIGHT = Limits.AHEAD_ITEMS / Limits.GROUP_FRAMES;

    private final FrameLog log;
    private final WaitingLine<Step> waiting = new WaitingLine<>(Limits.AHEAD_ITEMS);
    private final ByteSink spare = new ByteSink();
    private final Thread thread;
    private Runnable published = () -> {};
    /** Why a frame could not be written, and none behind it was. */
    private volatile @Nullable LogStoppedException lost;
    /** Why nothing is known of what is on disk. */
    private volatile @Nullable Throwable failure;

    /** Takes the log over, which is closed with it. */
    public Appender(FrameLog log) {
        this.log = log;
        this.thread = Thread.ofPlatform().name("ledger-log").start(() -> waiting.serve(this::take));
    }

    /** Writes something behind the log's last frame. */
    @FunctionalInterface
    interface Entry {

        /**
         * Appends it.
         *
         * @param spare empty, for a frame's body
         */
        void append(FrameLog log, ByteSink spare) throws IOException;
    }

    private sealed interface Step {

        record Append(Entry entry) implements Step {}

        /** All before it is durable: somebody is told so. */
        record Settle<T>(CompletableFuture<T> told, T result) implements Step {

            void settle(@Nullable Throwable problem) {
                if (problem == null) {
                    told.complete(result);
                } else {
                    told.completeExceptionally(problem);
                }
            }
        }
    }

    /**
     * Has something run on the log's thread whenever more has become durable, after those were told who wait for it.
     *
     * @param whenever to be set before anything is appended
     */
    void published(Runnable whenever) {
        published = whenever;
    }

    /** The last frame that is known to be on disk. */
    Head durableHead() {
        return log.durableHead();
    }

    /** How many bytes the frames take that were appended since the log was opened. */
    long appendedBytes() {
        return log.appendedBytes();
    }

    /** Whether frames can be appended. */
    LogStatus status() {
        return log.status();
    }

    /** Makes sure that frames can be appended. */
    void checkWritable() throws LogStoppedException {
        log.checkWritable();
    }

    /**
     * Appends what comes next, and waits where too much has not been written yet.
     *
     * @param items what the frame's command is about
     */
    void append(int items, Entry entry) {
        waiting.add(new Step.Append(entry), Math.max(items, LEAST_WEIGHT));
    }

    /** Completes a future with a result as soon as all is durable that was appended so far; with the reason, if it cannot be. */
    <T> void settle(CompletableFuture<T> told, T result) {
        waiting.add(new Step.Settle<>(told, result), 0);
    }

    /** Waits until all is durable that was appended so far, or is known not to become so. */
    void await() {
        CompletableFuture<Boolean> settled = new CompletableFuture<>();
        settle(settled, true);
        settled.exceptionally(problem -> false).join();
    }

    /** Whether a frame that was appended is not in the log, and will not be. */
    boolean hasLost() {
        return lost != null;
    }

    /** Why nothing is known of what is on disk; null as long as something is. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    private void take(List<Step> steps) {
        List<Step.Settle<?>> durable = new ArrayList<>();
        List<Step.Settle<?>> undone = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Append(Entry entry) -> append(entry);
                case Step.Settle<?> settle -> (lost == null ? durable : undone).add(settle);
            }
        }
        force();
        durable.forEach(settle -> settle.settle(failure));
        undone.forEach(settle -> settle.settle(failure == null ? lost : failure));
        published.run();
    }

    private void append(Entry entry) {
        if (failure != null || lost != null) {
            return;
        }
        try {
            spare.clear();
            entry.append(log, spare);
        } catch (LogStoppedException e) {
            // Those that came before can still become durable.
            lost = e;
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    private void force() {
        if (failure == null) {
            try {
                log.force();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Finishes what waits, then closes the log. */
    @Override
    public void close() throws IOException {
        waiting.close();
        Waiting.on(thread);
        log.close();
    }
}
