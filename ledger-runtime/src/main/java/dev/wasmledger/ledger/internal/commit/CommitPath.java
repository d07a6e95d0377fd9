package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.TraceLine;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.internal.books.Books;
import dev.wasmledger.ledger.internal.books.ContradictionException;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.BodySize;
import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.frame.FrameTooLargeException;
import dev.wasmledger.ledger.internal.graph.Graph;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.internal.snapshot.Marks;
import dev.wasmledger.ledger.internal.snapshot.StateSnapshot;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.LogStoppedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands out, one at a time: the components decide over an overlay of their tables, the host checks what they say
 * against its own books, and the overlay becomes the state, while the log takes it all down on a thread of its own. Belongs to
 * one thread.
 */
public final class CommitPath implements AutoCloseable {

    private static final EventList NOTHING = EventList.of();

    private final GraphSource source;
    private final Appender log;
    private final ComponentArchive archive;
    private final Digest deployment;
    private final History history;
    private final LongSupplier wallClock;
    private final Scope scope = new Scope();
    /** What was carried out so far adds up to that. */
    private Recovery state;

    private Refusals refusals;
    /** The number of the last frame that was handed to the log. */
    private long lastSequence;

    private Optional<Digest> loggedDeployment;
    private long lastTime;
    /** The expiry that the components could not carry out; it is tried again when the ledger is opened again. */
    private long givenUp;

    private @Nullable Graph graph;

    /**
     * Goes on where a log ends.
     *
     * @param archive where the components are kept that the log comes to refer to
     * @param recovered what the log's frames add up to
     * @param history reads them again
     * @param wallClock nanoseconds since 1970-01-01T00:00:00Z; need not be strictly increasing
     */
    public CommitPath(
            GraphSource source,
            Appender log,
            ComponentArchive archive,
            Recovery recovered,
            History history,
            LongSupplier wallClock) {
        this.source = source;
        this.archive = archive;
        this.log = log;
        this.deployment = source.deployment().digest();
        this.state = recovered;
        this.history = history;
        this.refusals = new Refusals(recovered.tables());
        this.wallClock = wallClock;
        this.loggedDeployment = recovered.deployment();
        this.lastTime = recovered.books().lastTimestamp();
        this.lastSequence = log.durableHead().sequence();
    }

    /** Reads what the frames add up to that are in the log. */
    @FunctionalInterface
    public interface History {
        Recovery read() throws IOException;
    }

    /**
     * What became of a command.
     *
     * @param sequence the number of its frame; empty where it changed nothing, and so left none
     */
    public record Done(Answer answer, OptionalLong sequence) {}

    /**
     * Carries a command out and hands its frame to the log. What is asked next finds it done, though it may not be durable yet.
     *
     * @throws LogStoppedException if the log cannot be written any more; nothing was done
     * @throws FrameTooLargeException if the command alone does not fit into a frame; nothing was done
     */
    public Done carryOut(Command command) throws LogStoppedException {
        log.checkWritable();
        long now = nextTime(command.items());
        try {
            return commit(command, now, decide(command, now));
        } catch (StoppedException e) {
            return stop(command, now, e.verdict);
        } catch (FrameTooLargeException e) {
            return stop(command, now, new Verdict("host", String.valueOf(e.getMessage())));
        } finally {
            scope.endCommand();
        }
    }

    /**
     * Carries a command out if what comes of it is acceptable. If it is not, if the host stops it, or if its frame would be too
     * large, nothing was done, and the log does not know of it.
     *
     * @return empty where nothing was done
     * @throws LogStoppedException if the log cannot be written any more
     */
    public Optional<Done> carryOutIf(Command command, Predicate<Answer> acceptable) throws LogStoppedException {
        log.checkWritable();
        long now = nextTime(command.items());
        try {
            Answer answer = decide(command, now);
            if (acceptable.test(answer)) {
                return Optional.of(commit(command, now, answer));
            }
        } catch (StoppedException | FrameTooLargeException e) {
            // as if nobody had asked
        } finally {
            scope.endCommand();
        }
        forget();
        return Optional.empty();
    }

    /** What would come of a command. */
    public record Attempt(Answer answer, EventList events, List<TraceLine> trace) {}

    /** Carries a command out as if in earnest, and forgets it: tables, books, log and time are what they were. */
    public Attempt tryOut(Command command) {
        long before = lastTime;
        long now = nextTime(command.items());
        try {
            Answer answer = decide(command, now);
            return new Attempt(answer, scope.events(), scope.traced());
        } catch (StoppedException e) {
            return new Attempt(new Answer.Stopped(shortened(e.verdict)), NOTHING, scope.traced());
        } finally {
            scope.endCommand();
            forget();
            lastTime = before;
        }
    }

    private Books books() {
        return state.books();
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z. */
    public long wallClock() {
        return wallClock.getAsLong();
    }

    /** When there is a pending transfer to end next, in nanoseconds since 1970-01-01T00:00:00Z. */
    public OptionalLong nextExpiry() {
        OptionalLong next = books().nextExpiry();
        return next.isPresent() && next.getAsLong() == givenUp ? OptionalLong.empty() : next;
    }

    /**
     * Ends pending transfers whose time has passed, by commands of the host's own.
     *
     * @throws LogStoppedException if the log cannot be written any more
     */
    public void expireDue() throws LogStoppedException {
        OptionalLong next = nextExpiry();
        while (next.isPresent() && next.getAsLong() <= Math.max(wallClock.getAsLong(), lastTime + 1)) {
            int due = books().expiredBy(Math.max(wallClock.getAsLong(), lastTime + 1), Limits.COMMAND_ITEMS);
            if (carryOut(new Command.Expire(due)).answer() instanceof Answer.Stopped) {
                givenUp = next.getAsLong();
            }
            next = nextExpiry();
        }
    }

    /**
     * Asks the components something.
     *
     * @throws QueryFailedException if they trap, or try to write
     */
    public <T> T ask(Function<Ledger, T> question) throws QueryFailedException {
        try {
            return question.apply(graph().ledger());
        } catch (GraphException e) {
            throw new QueryFailedException(e.verdict());
        } catch (RuntimeException e) {
            Verdict verdict = explain(e);
            dropGraph();
            throw new QueryFailedException(verdict);
        }
    }

    /** Goes back to what the log has: what was carried out and could not be written has not happened. */
    void goBack() throws IOException {
        forget();
        take(new Recovery()); // there need not be room for both
        take(history.read());
    }

    private void take(Recovery other) {
        state = other;
        refusals = new Refusals(other.tables());
    }

    /**
     * Keeps everything as it is for a thread that writes it down, while commands go on. What it stands for has to be durable.
     */
    public StateSnapshot snapshot() {
        return new StateSnapshot(
                log.durableHead(),
                new Marks(loggedDeployment, books().lastTimestamp()),
                state.tables().snapshot(),
                books().snapshot());
    }

    /** Lets go of the instances. */
    @Override
    public void close() {
        dropGraph();
    }

    /** The first of the nanoseconds that a command of so many items owns. */
    private long nextTime(int items) {
        long now = Math.max(wallClock.getAsLong(), lastTime + 1);
        lastTime = now + Math.max(items, 1) - 1;
        return now;
    }

    private static final class StoppedException extends Exception {
        private final Verdict verdict;

        StoppedException(Verdict verdict, Throwable cause) {
            super(cause);
            this.verdict = verdict;
        }
    }

    private Answer decide(Command command, long now) throws StoppedException {
        try {
            Graph components = graph();
            scope.beginCommand(now);
            Answer answer = call(components.ledger(), command);
            books().check(command, now, answer, scope.events(), scope::hasDerived);
            refusals.note(command, answer);
            return answer;
        } catch (GraphException e) {
            throw new StoppedException(e.verdict(), e);
        } catch (ContradictionException e) {
            throw new StoppedException(new Verdict("engine", "refused by the host: " + e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new StoppedException(explain(e), e);
        }
    }

    private Done commit(Command command, long now, Answer answer) {
        if (!state.tables().changed() && scope.events().isEmpty()) {
            books().drop();
            return new Done(answer, OptionalLong.empty());
        }
        return new Done(answer, OptionalLong.of(append(command, now, answer, scope.events())));
    }

    /** Gives a command to the head of the chain. */
    static Answer call(Ledger ledger, Command command) {
        return switch (command) {
            case Command.CreateAssets(var assets, var metadata) ->
                new Answer.Assets(ledger.createAssets(assets, metadata));
            case Command.CreateAccounts(var accounts, var metadata) ->
                new Answer.Accounts(ledger.createAccounts(accounts, metadata));
            case Command.Commit(var transfers, var transactions, var metadata) ->
                new Answer.Transfers(ledger.commit(transfers, transactions, metadata));
            case Command.Expire(int limit) -> new Answer.Expired(ledger.expire(limit));
        };
    }

    /** Nothing of the command stays but its frame, and the components start anew from their tables. */
    private Done stop(Command command, long now, Verdict verdict) {
        forget();
        Answer answer = new Answer.Stopped(shortened(verdict));
        try {
            books().fold(command, now, answer, NOTHING);
        } catch (ContradictionException e) {
            throw new IllegalStateException("a stopped command contradicts nothing", e);
        }
        return new Done(answer, OptionalLong.of(append(command, now, answer, NOTHING)));
    }

    private long append(Command command, long now, Answer answer, EventList events) {
        Consumer<ByteSink> body = body(command, answer, events);
        if (!loggedDeployment.equals(Optional.of(deployment))) {
            log.append(0, (file, spare) -> DeploymentEntry.append(file, archive, source, now));
            loggedDeployment = Optional.of(deployment);
            lastSequence++;
        }
        log.append(command.items(), (file, spare) -> {
            body.accept(spare);
            file.append(command.kind(), now, deployment, spare.bytes());
        });
        lastSequence++;
        state.tables().keep();
        books().keep();
        lastTime = Math.max(lastTime, books().lastTimestamp());
        return lastSequence;
    }

    /**
     * Puts a frame's body, later and on another thread where it is sure to fit into a frame. What the tables say of the command is put
     * at once: the next one finds them changed.
     */
    private Consumer<ByteSink> body(Command command, Answer answer, EventList events) {
        ByteSink writes = new ByteSink();
        state.tables().writeChanges(writes);
        Consumer<ByteSink> body =
                target -> CommandBody.write(command, answer, events, sections -> sections.putAll(writes), target);
        if (BodySize.most(command, answer, events) + writes.size() <= Limits.FRAME_BODY_BYTES) {
            return body;
        }
        ByteSink whole = new ByteSink();
        body.accept(whole);
        return target -> target.putAll(whole);
    }

    /** What components remember of what has not happened goes with them. */
    private void forget() {
        state.tables().drop();
        books().drop();
        dropGraph();
    }

    /**
     * Instantiates the components, which otherwise happens with the first command or question.
     *
     * @throws GraphException if one of them traps before it can be called
     */
    public void start() throws GraphException {
        graph = source.instantiate(state.tables(), scope);
    }

    private Graph graph() throws GraphException {
        if (graph == null) {
            graph = source.instantiate(state.tables(), scope);
        }
        return graph;
    }

    private void dropGraph() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }

    private Verdict explain(RuntimeException e) {
        if (graph == null) {
            throw e;
        }
        return graph.explain(e);
    }

    private static Verdict shortened(Verdict verdict) {
        String reason = verdict.reason();
        return reason.length() <= Limits.REASON_CHARS
                ? verdict
                : new Verdict(verdict.instance(), reason.substring(0, Limits.REASON_CHARS) + "…");
    }

    /** Whether a command is one that may be carried out at all. */
    public static void checkSize(Command command) {
        if (command.items() > Limits.COMMAND_ITEMS) {
            throw new IllegalArgumentException(
                    "a command of %d items; the most are %d".formatted(command.items(), Limits.COMMAND_ITEMS));
        }
    }
}
