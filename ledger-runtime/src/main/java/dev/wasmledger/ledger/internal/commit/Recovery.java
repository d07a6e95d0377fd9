package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.internal.books.Books;
import dev.wasmledger.ledger.internal.books.ContradictionException;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import dev.wasmledger.ledger.internal.table.StateMisuseException;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameHandler;
import dev.wasmledger.ledger.log.FrameKind;
import java.util.Optional;

/**
 * Folds the frames of a log into tables and books, and holds each frame to the same rules as when it was appended. No
 * component takes part.
 */
public final class Recovery implements FrameHandler {

    private final TableStore tables = new TableStore();
    private final Books books = new Books(tables);
    private Optional<Digest> deployment = Optional.empty();
    private long commands;
    private long transfers;

    public TableStore tables() {
        return tables;
    }

    public Books books() {
        return books;
    }

    /** The digest of the deployment that the last frame was decided by. */
    public Optional<Digest> deployment() {
        return deployment;
    }

    /** How many frames hold a command. */
    public long commands() {
        return commands;
    }

    /** How many transfers were committed. */
    public long transfers() {
        return transfers;
    }

    @Override
    public void frame(Frame frame) throws CorruptLogException {
        try {
            fold(frame);
        } catch (MalformedFrameException | ContradictionException | StateMisuseException e) {
            tables.drop();
            books.drop();
            throw new CorruptLogException(
                    frame.file(), frame.offset(), frame.sequence(), "is whole and cannot be right: " + e.getMessage());
        }
    }

    private void fold(Frame frame) throws ContradictionException {
        if (frame.kind() == FrameKind.DEPLOYMENT) {
            if (!DeploymentBody.read(frame).digest().equals(frame.deployment())) {
                throw new MalformedFrameException("introduces a deployment under another one's digest");
            }
            deployment = Optional.of(frame.deployment());
            return;
        }
        if (!deployment.equals(Optional.of(frame.deployment()))) {
            throw new MalformedFrameException("names a deployment that no frame before it introduces");
        }
        CommandBody body = new CommandBody(frame);
        Command command = body.command();
        Answer answer = body.answer();
        EventList events = body.events(command, answer);
        books.fold(command, frame.time(), answer, events);
        tables.fold(body.writes());
        books.keep();
        tables.keep();
        commands++;
        transfers += events.size();
    }
}
