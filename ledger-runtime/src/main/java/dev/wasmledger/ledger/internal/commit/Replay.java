package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.internal.books.Books;
import dev.wasmledger.ledger.internal.books.ContradictionException;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import dev.wasmledger.ledger.internal.graph.Graph;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameHandler;
import dev.wasmledger.ledger.log.FrameKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Carries the commands of a log out again, on new instances of the components that the log names, and compares what comes of
 * each, byte for byte, with what the log says. What the host stopped is taken as given: a limit of time is no property of
 * a component.
 */
public final class Replay implements FrameHandler, AutoCloseable {

    private final ComponentArchive archive;
    private final Sources sources;
    private final TableStore tables = new TableStore();
    private final Books books = new Books(tables);
    private final Refusals refusals = new Refusals(tables);
    private final Scope scope = new Scope();
    private final ByteSink body = new ByteSink();
    private @Nullable GraphSource source;
    private @Nullable Graph graph;
    private long executed;
    private long stopped;

    /** Makes a deployment ready to run again. */
    @FunctionalInterface
    public interface Sources {

        /**
         * Makes it ready.
         *
         * @param path what the component is known as, for messages
         * @param component the bytes that the deployment names by their digest
         */
        GraphSource again(String path, byte[] component, DeploymentBody deployment);
    }

    public Replay(ComponentArchive archive, Sources sources) {
        this.archive = archive;
        this.sources = sources;
    }

    /** Something else came of a command than the log says. */
    public static final class DifferenceException extends IOException {

        private final Frame frame;

        DifferenceException(Frame frame, String message) {
            super("%s: frame %d, at offset %d: %s".formatted(frame.file(), frame.sequence(), frame.offset(), message));
            this.frame = frame;
        }

        /** The frame that holds the command. */
        public Frame frame() {
            return frame;
        }
    }

    /** How many commands were carried out again. */
    public long executed() {
        return executed;
    }

    /** How many commands were taken as given. */
    public long stopped() {
        return stopped;
    }

    @Override
    public void frame(Frame frame) throws IOException {
        try {
            if (frame.kind() == FrameKind.DEPLOYMENT) {
                DeploymentBody deployment = DeploymentBody.read(frame);
                byte[] component = archive.find(deployment.composition());
                dropGraph();
                source = sources.again(archive.describe(deployment.composition()), component, deployment);
            } else {
                replay(frame, new CommandBody(frame));
            }
        } catch (MalformedFrameException e) {
            throw new CorruptLogException(
                    frame.file(), frame.offset(), frame.sequence(), "is whole and cannot be right: " + e.getMessage());
        }
    }

    private void replay(Frame frame, CommandBody logged) throws IOException {
        if (logged.answer() instanceof Answer.Stopped) {
            takeAsGiven(frame, logged);
            return;
        }
        try {
            Graph components = graph(frame);
            scope.beginCommand(frame.time());
            Command command = logged.command();
            Answer answer = CommitPath.call(components.ledger(), command);
            books.check(command, frame.time(), answer, scope.events(), scope::hasDerived);
            refusals.note(command, answer);
            body.clear();
            CommandBody.write(command, answer, scope.events(), tables::writeChanges, body);
        } catch (GraphException e) {
            throw new DifferenceException(frame, "the components do not start any more: " + e.getMessage());
        } catch (ContradictionException e) {
            throw new DifferenceException(
                    frame, "the log has outcomes, and executed again the host refuses it: " + e.getMessage());
        } catch (RuntimeException e) {
            var verdict = graph(frame, e).explain(e);
            throw new DifferenceException(
                    frame,
                    "the log has outcomes, and executed again it is stopped by %s: %s"
                            .formatted(verdict.instance(), verdict.reason()));
        } finally {
            scope.endCommand();
        }
        if (!body.bytes().equals(frame.body())) {
            throw new DifferenceException(frame, Difference.describe(frame, again(frame, body.bytes())));
        }
        books.keep();
        tables.keep();
        executed++;
    }

    private void takeAsGiven(Frame frame, CommandBody logged) throws DifferenceException {
        body.clear();
        CommandBody.write(logged.command(), logged.answer(), EventList.of(), new TableStore()::writeChanges, body);
        if (!body.bytes().equals(frame.body())) {
            throw new DifferenceException(frame, "the host has stopped it, and yet it has events or writes");
        }
        try {
            books.fold(logged.command(), frame.time(), logged.answer(), EventList.of());
            books.keep();
        } catch (ContradictionException e) {
            throw new DifferenceException(frame, "the host would not have stopped it then: " + e.getMessage());
        }
        stopped++;
        dropGraph();
    }

    private static Frame again(Frame frame, ByteBuffer body) {
        return new Frame(
                frame.file(),
                frame.offset(),
                frame.end(),
                frame.sequence(),
                frame.kind(),
                frame.time(),
                frame.deployment(),
                frame.digest(),
                frame.header(),
                body);
    }

    private Graph graph(Frame frame) throws GraphException, IOException {
        if (source == null || !source.deployment().digest().equals(frame.deployment())) {
            throw new DifferenceException(frame, "it names a deployment that no frame before it introduces");
        }
        if (graph == null) {
            graph = source.instantiate(tables, scope);
        }
        return graph;
    }

    private Graph graph(Frame frame, RuntimeException thrown) throws DifferenceException {
        if (graph == null) {
            throw new DifferenceException(frame, "it cannot be executed again: " + thrown.getMessage());
        }
        return graph;
    }

    private void dropGraph() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }

    @Override
    public void close() {
        dropGraph();
    }
}
