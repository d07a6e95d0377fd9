package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.FrameTooLargeException;
import dev.wasmledger.ledger.log.LogStoppedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that a ledger's commands and questions go through. Commands that wait together are carried out one after the
 * other and forced together; nobody hears of one before it is durable.
 */
public final class Writer implements AutoCloseable {

    private final CommitPath path;
    private final Runnable published;
    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(Limits.WAITING_COMMANDS);
    private final List<Settlement> unsettled = new ArrayList<>();
    private final Thread thread;
    private boolean closed;
    /** Why nothing is carried out any more. */
    private @Nullable Throwable failure;

    /** @param published is run whenever more has become durable */
    public Writer(CommitPath path, Runnable published) {
        this.path = path;
        this.published = published;
        this.thread = Thread.ofPlatform().name("ledger-writer").start(this::run);
    }

    private sealed interface Task {

        record Submitted(Command command, CompletableFuture<CommitPath.Done> done) implements Task {}

        record Question<T>(Function<Ledger, T> function, CompletableFuture<T> answered) implements Task {

            void ask(CommitPath path) {
                try {
                    answered.complete(path.ask(function));
                } catch (QueryFailedException | RuntimeException e) {
                    answered.completeExceptionally(e);
                }
            }
        }

        record Stop() implements Task {}
    }

    /** A command that was carried out and is not durable yet. */
    private record Settlement(CommitPath.Done result, CompletableFuture<CommitPath.Done> done) {}

    /** Carries a command out. Waits while too many others are waiting. */
    public CompletableFuture<CommitPath.Done> submit(Command command) {
        CommitPath.checkSize(command);
        CompletableFuture<CommitPath.Done> done = new CompletableFuture<>();
        enqueue(new Task.Submitted(command, done), done);
        return done;
    }

    /** Asks the components something, after all that was submitted before, and waits for the answer. */
    public <T> T ask(Function<Ledger, T> question) throws IOException, QueryFailedException {
        CompletableFuture<T> answered = new CompletableFuture<>();
        enqueue(new Task.Question<>(question, answered), answered);
        return Waiting.on(answered);
    }

    private synchronized void enqueue(Task task, CompletableFuture<?> result) {
        if (closed) {
            throw new IllegalStateException("the ledger is closed");
        }
        try {
            tasks.put(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(new InterruptedIOException("interrupted before the ledger took it"));
        }
    }

    /** Finishes what waits, then closes the log. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (!closed) {
                enqueue(new Task.Stop(), new CompletableFuture<>());
                closed = true;
            }
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the ledger was closing");
        }
        path.close();
    }

    private void run() {
        List<Task> group = new ArrayList<>();
        while (!group.contains(new Task.Stop())) {
            group.clear();
            try {
                Task next = tasks.poll(nanosToNextExpiry(), TimeUnit.NANOSECONDS);
                if (next != null) {
                    group.add(next);
                }
            } catch (InterruptedException e) {
                continue; // nobody but close() ends this thread
            }
            tasks.drainTo(group, Limits.GROUP_FRAMES - 1);
            expireDue();
            group.forEach(this::carryOut);
            settle();
        }
    }

    private long nanosToNextExpiry() {
        OptionalLong next = path.nextExpiry();
        if (next.isEmpty() || failure != null) {
            return Long.MAX_VALUE;
        }
        return Math.max(next.getAsLong() - path.wallClock(), 0);
    }

    /** Whoever asks or commands finds pending transfers ended whose time has passed. */
    private void expireDue() {
        try {
            if (failure == null) {
                path.expireDue();
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    private void carryOut(Task task) {
        switch (task) {
            case Task.Submitted(Command command, var done) -> carryOut(command, done);
            case Task.Question<?> question -> {
                settle();
                if (failure == null) {
                    question.ask(path);
                } else {
                    question.answered().completeExceptionally(failure);
                }
            }
            case Task.Stop() -> settle();
        }
    }

    private void carryOut(Command command, CompletableFuture<CommitPath.Done> done) {
        if (failure != null) {
            done.completeExceptionally(failure);
            return;
        }
        try {
            unsettled.add(new Settlement(path.carryOut(command), done));
        } catch (FrameTooLargeException e) {
            done.completeExceptionally(new IllegalArgumentException(e.getMessage(), e));
        } catch (LogStoppedException e) {
            // Those that came before can still become durable, and what they did can be read.
            done.completeExceptionally(e);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            done.completeExceptionally(e);
        }
    }

    /** Makes durable what was carried out, and only then says so. */
    private void settle() {
        if (failure == null) {
            try {
                path.force();
            } catch (IOException e) {
                failure = e;
            }
        }
        for (Settlement settlement : unsettled) {
            if (failure == null) {
                settlement.done().complete(settlement.result());
            } else {
                settlement.done().completeExceptionally(failure);
            }
        }
        unsettled.clear();
        published.run();
    }
}
