package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.LedgerOptions;
import dev.wasmledger.ledger.LedgerOptions.WhenFull;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.FrameTooLargeException;
import dev.wasmledger.ledger.internal.snapshot.Snapshots;
import dev.wasmledger.ledger.log.LogStatus;
import dev.wasmledger.ledger.log.LogStoppedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that a ledger's commands and questions go through, in the order in which they come. Requests that wait together
 * are carried out as one command where their callers cannot tell. While the {@link Appender} makes durable what was carried out,
 * the next commands are carried out; questions wait until what they find is durable.
 */
public final class Writer implements AutoCloseable {

    /** How soon the clock is looked at again while an expiry is due by a hair's breadth. */
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final CommitPath path;
    private final Appender log;
    private final Snapshots snapshots;
    private final WhenFull whenFull;
    private final int waitingItems;
    private final WaitingLine<Task> waiting;
    private final Thread thread;
    /** Why nothing is carried out any more. */
    private @Nullable Throwable failure;

    private boolean wentBack;

    /**
     * Takes over the log, which is closed with it, and the path to it.
     *
     * @param published is run whenever more has become durable
     */
    public Writer(CommitPath path, Appender log, Snapshots snapshots, Runnable published, LedgerOptions options) {
        this.path = path;
        this.log = log;
        this.snapshots = snapshots;
        this.whenFull = options.whenFull();
        this.waitingItems = options.waitingItems();
        this.waiting = new WaitingLine<>(options.waitingItems());
        log.published(() -> {
            published.run();
            if (snapshots.isDue(log.appendedBytes())) {
                waiting.wake();
            }
        });
        this.thread = Thread.ofPlatform().name("ledger-writer").start(this::run);
    }

    private sealed interface Task {

        record Submitted(Request request) implements Task {}

        record Question<T>(Function<Ledger, T> function, CompletableFuture<T> answered) implements Task {

            void ask(CommitPath path) {
                try {
                    answered.complete(path.ask(function));
                } catch (QueryFailedException | RuntimeException e) {
                    answered.completeExceptionally(e);
                }
            }
        }

        record Attempted(Command command, CompletableFuture<CommitPath.Attempt> found) implements Task {}
    }

    /** Carries a command out. Where there is no room for it, waits or refuses, as the ledger's options say. */
    public CompletableFuture<CommitPath.Done> submit(Command command) {
        CommitPath.checkSize(command);
        CompletableFuture<CommitPath.Done> done = new CompletableFuture<>();
        Task task = new Task.Submitted(new Request(command, done));
        int weight = Math.max(command.items(), 1);
        if (whenFull == WhenFull.WAIT) {
            enqueue(task, weight, done);
        } else if (!waiting.offer(task, weight)) {
            done.completeExceptionally(new RejectedExecutionException(
                    "%d items wait for the ledger; there is no room for more".formatted(waitingItems)));
        }
        return done;
    }

    /** Asks the components something, after all that was submitted before, and waits for the answer. */
    public <T> T ask(Function<Ledger, T> question) throws IOException, QueryFailedException {
        CompletableFuture<T> answered = new CompletableFuture<>();
        enqueue(new Task.Question<>(question, answered), 1, answered);
        return Waiting.on(answered);
    }

    /** Finds out what would come of a command, after all that was submitted before. Waits while there is no room. */
    public CompletableFuture<CommitPath.Attempt> tryOut(Command command) {
        CommitPath.checkSize(command);
        CompletableFuture<CommitPath.Attempt> found = new CompletableFuture<>();
        enqueue(new Task.Attempted(command, found), Math.max(command.items(), 1), found);
        return found;
    }

    private void enqueue(Task task, int weight, CompletableFuture<?> result) {
        try {
            waiting.put(task, weight);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(new InterruptedIOException("interrupted before the ledger took it"));
        }
    }

    /** Finishes what waits, then closes the log. */
    @Override
    public void close() throws IOException {
        waiting.close();
        Waiting.on(thread);
        path.close();
        log.close();
    }

    private void run() {
        while (!waiting.isFinished()) {
            try {
                List<Task> group = waiting.takeAll(nanosToNextExpiry());
                takeSnapshot();
                expireDue();
                carryOut(group);
            } catch (InterruptedException e) {
                // nobody but close() ends this thread
            }
        }
        settle();
        takeSnapshot();
    }

    /** If it is time, or somebody has asked. It is of what is durable: that has to be all that was carried out. */
    private void takeSnapshot() {
        if (!snapshots.isDue(log.appendedBytes())) {
            return;
        }
        settle();
        if (isWritable()) {
            snapshots.take(log.appendedBytes(), path.snapshot());
        } else {
            snapshots.stopped(new IOException("nothing can be written any more: " + log.status()));
        }
    }

    private boolean isWritable() {
        return failure == null && log.status() instanceof LogStatus.Writable;
    }

    private long nanosToNextExpiry() {
        OptionalLong next = path.nextExpiry();
        if (next.isEmpty() || !isWritable()) {
            return Long.MAX_VALUE;
        }
        return Math.max(next.getAsLong() - path.wallClock(), SHORTEST_WAIT_NANOS);
    }

    /** Whoever asks or commands finds pending transfers ended whose time has passed. */
    private void expireDue() {
        try {
            if (isWritable()) {
                path.expireDue();
            }
        } catch (LogStoppedException e) {
            // as whoever commands next will be told
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void carryOut(List<Task> group) {
        Batch batch = new Batch();
        for (Task task : group) {
            switch (task) {
                case Task.Submitted(Request request) -> {
                    if (!batch.add(request)) {
                        carryOut(batch);
                        batch = new Batch();
                        batch.add(request);
                    }
                }
                case Task.Question<?> question -> {
                    carryOut(batch);
                    batch = new Batch();
                    answer(question);
                }
                case Task.Attempted(Command command, var found) -> {
                    carryOut(batch);
                    batch = new Batch();
                    tryOut(command, found);
                }
            }
        }
        carryOut(batch);
    }

    private void answer(Task.Question<?> question) {
        settle();
        if (failure == null) {
            question.ask(path);
        } else {
            question.answered().completeExceptionally(failure);
        }
    }

    private void tryOut(Command command, CompletableFuture<CommitPath.Attempt> found) {
        settle();
        if (failure != null) {
            found.completeExceptionally(failure);
            return;
        }
        try {
            found.complete(path.tryOut(command));
        } catch (RuntimeException | Error e) {
            failure = e;
            found.completeExceptionally(e);
        }
    }

    private void carryOut(Batch batch) {
        List<Request> requests = batch.requests();
        Optional<CommitPath.Done> together = requests.size() > 1 ? together(batch) : Optional.empty();
        if (together.isPresent()) {
            List<CommitPath.Done> parts = batch.split(together.get());
            for (int i = 0; i < requests.size(); i++) {
                log.settle(requests.get(i).done(), parts.get(i));
            }
        } else {
            requests.forEach(request -> carryOut(request.command(), request.done()));
        }
    }

    /** Empty where the requests have to be carried out one by one: then nothing was done. */
    private Optional<CommitPath.Done> together(Batch batch) {
        if (failure != null) {
            return Optional.empty();
        }
        try {
            return path.carryOutIf(batch.command(), batch::isFair);
        } catch (LogStoppedException e) {
            return Optional.empty(); // as each of them will be told
        } catch (RuntimeException | Error e) {
            failure = e;
            return Optional.empty();
        }
    }

    private void carryOut(Command command, CompletableFuture<CommitPath.Done> done) {
        if (failure != null) {
            done.completeExceptionally(failure);
            return;
        }
        try {
            log.settle(done, path.carryOut(command));
        } catch (FrameTooLargeException e) {
            done.completeExceptionally(new IllegalArgumentException(e.getMessage(), e));
        } catch (LogStoppedException e) {
            // Those that came before can still become durable, and what they did can be read.
            done.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            failure = e;
            done.completeExceptionally(e);
        }
    }

    /** Waits until what was carried out is durable. What cannot become so has not happened. */
    private void settle() {
        log.await();
        failure = failure == null ? log.failure() : failure;
        if (failure == null && log.hasLost() && !wentBack) {
            wentBack = true;
            try {
                path.goBack();
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
        }
    }
}
