package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameHandler;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Folds the frames of a log on a thread of its own, while whoever gives them reads and decodes the next ones. What is wrong with a
 * frame is said some frames later, but always of the first one that is not in order.
 */
public final class Folding implements FrameHandler, AutoCloseable {

    /** What is folded faster than a thread is started. */
    private static final long SMALL_LOG_BYTES = 1 << 20;
    /** How far the other thread may be behind; decoded, a frame takes several times its bytes. */
    private static final int AHEAD_BYTES = 8 << 20;

    private final Recovery recovery;
    private final WaitingLine<Step> waiting = new WaitingLine<>(AHEAD_BYTES);
    private Optional<Thread> thread = Optional.empty();
    private long bytes;
    /** Why nothing more is folded. */
    private volatile @Nullable Throwable failure;

    /** @param recovery is the other thread's between {@link #frame} and {@link #settle} */
    public Folding(Recovery recovery) {
        this.recovery = recovery;
    }

    private sealed interface Step {

        record Fold(DecodedFrame frame) implements Step {}

        /** All before it is folded: somebody waits for that. */
        record Settle(CompletableFuture<Boolean> settled) implements Step {}
    }

    @Override
    public void frame(Frame frame) throws CorruptLogException {
        check();
        DecodedFrame decoded = DecodedFrame.of(frame);
        bytes += frame.end() - frame.offset();
        if (thread.isEmpty() && bytes <= SMALL_LOG_BYTES) {
            recovery.fold(decoded);
            return;
        }
        if (thread.isEmpty()) {
            thread = Optional.of(Thread.ofPlatform()
                    .daemon()
                    .name("ledger-fold")
                    .start(() -> waiting.serve(steps -> steps.forEach(this::take))));
        }
        waiting.add(new Step.Fold(decoded), (int) (frame.end() - frame.offset()));
    }

    /**
     * Waits until all frames are folded that were given.
     *
     * @throws CorruptLogException if one of them is not in order; none behind it was folded
     */
    @Override
    public void settle() throws CorruptLogException {
        if (thread.isPresent()) {
            CompletableFuture<Boolean> settled = new CompletableFuture<>();
            waiting.add(new Step.Settle(settled), 0);
            settled.join();
        }
        check();
    }

    private void check() throws CorruptLogException {
        switch (failure) {
            case null -> {}
            case CorruptLogException damage -> throw damage;
            case RuntimeException unexpected -> throw unexpected;
            case Throwable worse -> throw new IllegalStateException(worse);
        }
    }

    private void take(Step step) {
        switch (step) {
            case Step.Settle(var settled) -> settled.complete(true);
            case Step.Fold(DecodedFrame frame) -> {
                if (failure == null) {
                    fold(frame);
                }
            }
        }
    }

    private void fold(DecodedFrame frame) {
        try {
            recovery.fold(frame);
        } catch (CorruptLogException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Ends the thread, once it has folded what was given. */
    @Override
    public void close() throws InterruptedIOException {
        waiting.close();
        if (thread.isPresent()) {
            Waiting.on(thread.get());
        }
    }
}
