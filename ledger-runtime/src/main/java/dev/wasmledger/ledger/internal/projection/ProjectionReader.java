package dev.wasmledger.ledger.internal.projection;

import dev.wasmledger.ledger.ProjectionReport;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.projection.Projection;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.graph.Graph;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.FrameLog;
import dev.wasmledger.ledger.log.LogCursor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Feeds projections with what the log says was committed. It starts with the first report that somebody asks for, from the
 * first frame on, and follows the log from then on. A projection that traps is left alone; the others go on.
 */
public final class ProjectionReader implements AutoCloseable {

    private final GraphSource source;
    private final LogCursor cursor;
    private final TableStore tables = new TableStore();
    private final Scope scope = new Scope();
    /** Why a projection has been left alone, by its name. */
    private final Map<String, Verdict> failures = new HashMap<>();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ledger-reader").factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean started;
    private volatile boolean closed;
    private long appliedThrough;
    /** Why the log cannot be read any more. */
    private @Nullable IOException unreadable;

    private @Nullable Graph graph;

    public ProjectionReader(GraphSource source, FrameLog log) {
        this.source = source;
        this.cursor = log.follow();
    }

    /** Tells the reader that there is more in the log. Any thread may. */
    public synchronized void published() {
        if (started && !closed && waiting.compareAndSet(false, true)) {
            thread.execute(this::catchUp);
        }
    }

    /**
     * What a projection says once it has taken in all that is durable now.
     *
     * @return fails with a {@link QueryFailedException} where the projection has trapped
     */
    public CompletableFuture<ProjectionReport> report(String name) {
        started = true;
        return CompletableFuture.supplyAsync(
                () -> {
                    catchUp();
                    return read(name);
                },
                thread);
    }

    /** Stops after the frame at hand. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                thread.execute(this::stop);
            }
        }
        thread.close();
    }

    private void catchUp() {
        waiting.set(false);
        try {
            Optional<Frame> next = cursor.next();
            while (next.isPresent() && !closed) {
                apply(next.get());
                next = cursor.next();
            }
        } catch (IOException e) {
            unreadable = e;
        }
    }

    private void apply(Frame frame) {
        EventList events = hasEvents(frame.kind()) ? new CommandBody(frame).events() : EventList.of();
        if (!events.isEmpty()) {
            for (String name : source.projections()) {
                if (!failures.containsKey(name)) {
                    apply(name, frame, events);
                }
            }
        }
        appliedThrough = frame.sequence();
    }

    private static boolean hasEvents(FrameKind kind) {
        return kind == FrameKind.COMMIT || kind == FrameKind.EXPIRE;
    }

    private void apply(String name, Frame frame, EventList events) {
        try {
            scope.beginCommand(frame.time());
            call(name, projection -> {
                projection.apply(events);
                return true;
            });
            tables.keep();
        } catch (QueryFailedException e) {
            tables.drop();
            failures.put(
                    name,
                    new Verdict(
                            e.verdict().instance(),
                            "could not take in frame " + frame.sequence() + ": "
                                    + e.verdict().reason()));
        } finally {
            scope.endCommand();
        }
    }

    private ProjectionReport read(String name) {
        try {
            if (unreadable != null) {
                throw unreadable;
            }
            Verdict failure = failures.get(name);
            if (failure != null) {
                throw new QueryFailedException(failure);
            }
            return new ProjectionReport(appliedThrough, call(name, Projection::read));
        } catch (IOException | QueryFailedException e) {
            throw new CompletionException(e);
        }
    }

    private <T> T call(String name, Function<Projection, T> function) throws QueryFailedException {
        try {
            if (graph == null) {
                graph = source.instantiate(tables, scope);
            }
            return function.apply(graph.projection(name));
        } catch (GraphException e) {
            throw new QueryFailedException(e.verdict());
        } catch (RuntimeException e) {
            Verdict verdict =
                    Objects.requireNonNull(graph, "only a graph throws").explain(e);
            dropGraph();
            throw new QueryFailedException(verdict);
        }
    }

    private void stop() {
        dropGraph();
        try {
            cursor.close();
        } catch (IOException e) {
            unreadable = e;
        }
    }

    private void dropGraph() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
