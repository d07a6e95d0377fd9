package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.TraceLine;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.internal.books.ContradictionException;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.graph.Graph;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.internal.host.Scope;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands out over what a log's frames add up to, under the same checks as the commit path, and writes nothing down: for
 * those who want to know what would have come, or how it came. Each command finds what the ones before it did.
 */
final class Execution implements AutoCloseable {

    private final GraphSource source;
    private final Recovery state;
    private final Scope scope = new Scope();
    private @Nullable Graph graph;

    /** @param state is changed by what is carried out */
    Execution(GraphSource source, Recovery state) {
        this.source = source;
        this.state = state;
    }

    /** What came of a command. */
    record Result(Answer answer, EventList events, List<TraceLine> trace) {}

    /** Carries a command out, and keeps what it did. */
    Result carryOut(Command command, long time) {
        Result result = execute(command, time);
        state.books().keep();
        state.tables().keep();
        return result;
    }

    /** Carries a command out, and keeps nothing of it. */
    Result tryOut(Command command, long time) {
        Result result = execute(command, time);
        drop();
        return result;
    }

    private Result execute(Command command, long time) {
        try {
            Graph components = graph();
            scope.beginCommand(time);
            Answer answer = CommitPath.call(components.ledger(), command);
            state.books().check(command, time, answer, scope.events(), scope::hasDerived);
            return new Result(answer, scope.events(), scope.traced());
        } catch (GraphException e) {
            return stopped(e.verdict());
        } catch (ContradictionException e) {
            return stopped(new Verdict("engine", "refused by the host: " + e.getMessage()));
        } catch (RuntimeException e) {
            return stopped(explain(e));
        } finally {
            scope.endCommand();
        }
    }

    private Result stopped(Verdict verdict) {
        drop();
        close();
        return new Result(new Answer.Stopped(verdict), EventList.of(), scope.traced());
    }

    private void drop() {
        state.tables().drop();
        state.books().drop();
    }

    /**
     * Asks the components something.
     *
     * @throws GraphException if they do not start, or fail at the question
     */
    <T> T ask(Function<Ledger, T> question) throws GraphException {
        Graph components = graph();
        try {
            return question.apply(components.ledger());
        } catch (RuntimeException e) {
            Verdict verdict = explain(e);
            close();
            throw new GraphException(verdict, e);
        }
    }

    /**
     * Makes the components ready.
     *
     * @throws GraphException if one of them traps before it can be called
     */
    void start() throws GraphException {
        graph();
    }

    private Graph graph() throws GraphException {
        if (graph == null) {
            graph = source.instantiate(state.tables(), scope);
        }
        return graph;
    }

    private Verdict explain(RuntimeException e) {
        if (graph == null) {
            throw e;
        }
        return graph.explain(e);
    }

    /** Lets go of the instances; the next command makes new ones. */
    @Override
    public void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
