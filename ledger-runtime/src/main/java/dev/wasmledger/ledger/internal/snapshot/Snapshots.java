package dev.wasmledger.ledger.internal.snapshot;

import dev.wasmledger.ledger.log.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes snapshots of a ledger that is open, now and then and when somebody asks for one, and writes them on a thread of their
 * own. The writer does nothing for that but hold the tables still for a moment, and a snapshot that fails hurts nobody.
 */
public final class Snapshots implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger("dev.wasmledger.ledger");

    private final SnapshotFolder folder;
    private final SnapshotPolicy policy;
    /** How many bytes the last snapshot has. */
    private volatile long lastBytes;
    /** How many bytes had been appended when the last snapshot was taken; negative for what came before the log was opened. */
    private long appendedBefore;
    /** The one that was begun last, and the frame that it stands on. */
    private CompletableFuture<Head> writing = CompletableFuture.completedFuture(Head.ofEmptyLog());

    private final List<Request> asked = new ArrayList<>();
    private volatile boolean closed;

    /** Somebody wants a snapshot. */
    public static final class Request {
        private final CompletableFuture<Head> done = new CompletableFuture<>();
        private boolean begun;

        /** The frame that it stands on, once it is on disk. */
        public CompletableFuture<Head> done() {
            return done;
        }
    }

    /**
     * Goes on where opening a log has ended.
     *
     * @param lastBytes how many bytes the snapshot has that it started from, 0 where there was none
     * @param frameBytes how many bytes the frames take that came behind it
     */
    public Snapshots(SnapshotFolder folder, SnapshotPolicy policy, long lastBytes, long frameBytes) {
        this.folder = folder;
        this.policy = policy;
        this.lastBytes = lastBytes;
        this.appendedBefore = -frameBytes;
    }

    /** Asks for a snapshot, which is taken when everything is durable the next time. Any thread may. */
    public synchronized Request ask() {
        Request request = new Request();
        asked.add(request);
        return request;
    }

    /** The one that is being written, or was last. */
    public synchronized CompletableFuture<Head> writing() {
        return writing;
    }

    /** Whether a snapshot that was asked for is yet to be begun. */
    public synchronized boolean isWaiting(Request request) {
        return !request.begun;
    }

    /**
     * Whether it is time for a snapshot, or somebody has asked for one. Any thread may ask.
     *
     * @param appended how many bytes of frames were appended since the log was opened
     */
    public synchronized boolean isDue(long appended) {
        boolean wanted = !asked.isEmpty() || policy.isDue(appended - appendedBefore, lastBytes);
        return wanted && writing.isDone() && !closed;
    }

    /** Takes the snapshot that is due. Called by the writer, which has everything durable. */
    public synchronized void take(long appended, StateSnapshot state) {
        appendedBefore = appended;
        List<Request> begun = begin();
        writing = CompletableFuture.supplyAsync(() -> write(state, begun), policy.background());
    }

    private List<Request> begin() {
        List<Request> begun = List.copyOf(asked);
        begun.forEach(request -> request.begun = true);
        asked.clear();
        return begun;
    }

    /** Nothing can be written any more: says so to those who have asked. */
    public synchronized void stopped(IOException reason) {
        begin().forEach(request -> request.done.completeExceptionally(reason));
    }

    private Head write(StateSnapshot taken, List<Request> begun) {
        try (taken) {
            lastBytes = folder.write(taken, Math.max(policy.keep(), 1), () -> closed);
            begun.forEach(request -> request.done.complete(taken.head()));
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        () -> "no snapshot could be written of frame "
                                + taken.head().sequence() + ", and the ledger goes on without it: " + e.getMessage());
            }
            begun.forEach(request -> request.done.completeExceptionally(e));
        }
        return taken.head();
    }

    /** Gives up what is being written. */
    @Override
    public void close() {
        closed = true;
        writing().join();
        stopped(new IOException("the ledger is closed"));
    }
}
