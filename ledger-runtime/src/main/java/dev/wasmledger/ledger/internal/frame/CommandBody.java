package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.log.Frame;
import java.util.List;
import java.util.function.Consumer;

/**
 * The body of a frame that holds a command, in its four sections. Each is decoded when it is asked for: recovery wants other
 * ones than a projection.
 */
public final class CommandBody {

    private static final int OUTCOMES = 0;
    private static final int STOPPED = 1;

    private final Frame frame;
    private final ByteSource command;
    private final ByteSource answer;
    private final ByteSource events;
    private final ByteSource writes;

    /**
     * Splits the body of a frame that is not {@link dev.wasmledger.ledger.log.FrameKind#DEPLOYMENT}.
     *
     * @throws MalformedFrameException if it is not what this release writes; the sections' own content may fail likewise
     */
    public CommandBody(Frame frame) {
        this.frame = frame;
        ByteSource body = new ByteSource(frame.body());
        command = body.getSection();
        answer = body.getSection();
        events = body.getSection();
        writes = body.getSection();
        if (body.hasRemaining()) {
            throw new MalformedFrameException("has more sections than a command has");
        }
    }

    /** Puts the whole body. */
    public static void write(
            Command command, Answer answer, List<Event> events, Consumer<ByteSink> writes, ByteSink target) {
        section(target, () -> writeCommand(command, new ValueWriter(target)));
        section(target, () -> writeAnswer(answer, new ValueWriter(target), target));
        section(target, () -> new ValueWriter(target).list(events, new ValueWriter(target)::event));
        section(target, () -> writes.accept(target));
    }

    private static void section(ByteSink target, Runnable content) {
        int length = target.reserveInt();
        int start = target.size();
        content.run();
        target.fillInt(length, target.size() - start);
    }

    private static void writeCommand(Command command, ValueWriter values) {
        switch (command) {
            case Command.CreateAssets(var assets, var metadata) -> {
                values.list(assets, values::asset);
                values.list(metadata, values::metadata);
            }
            case Command.CreateAccounts(var accounts, var metadata) -> {
                values.list(accounts, values::account);
                values.list(metadata, values::metadata);
            }
            case Command.Commit(var transfers, var metadata) -> {
                values.list(transfers, values::transfer);
                values.list(metadata, values::metadata);
            }
        }
    }

    private static void writeAnswer(Answer answer, ValueWriter values, ByteSink target) {
        target.putByte(answer instanceof Answer.Stopped ? STOPPED : OUTCOMES);
        switch (answer) {
            case Answer.Assets(var outcomes) -> values.list(outcomes, values::assetOutcome);
            case Answer.Accounts(var outcomes) -> values.list(outcomes, values::accountOutcome);
            case Answer.Transfers(var outcomes) -> values.list(outcomes, values::transferOutcome);
            case Answer.Stopped(Verdict(String instance, String reason)) -> {
                target.putText(instance);
                target.putText(reason);
            }
        }
    }

    /** What the client asked for. */
    public Command command() {
        ValueReader values = new ValueReader(command.again());
        return switch (frame.kind()) {
            case CREATE_ASSETS -> new Command.CreateAssets(values.list(values::asset), values.list(values::metadata));
            case CREATE_ACCOUNTS ->
                new Command.CreateAccounts(values.list(values::account), values.list(values::metadata));
            case COMMIT -> new Command.Commit(values.list(values::transfer), values.list(values::metadata));
            case DEPLOYMENT -> throw new IllegalStateException("a deployment's frame holds no command");
        };
    }

    /** What became of it. */
    public Answer answer() {
        ByteSource source = answer.again();
        ValueReader values = new ValueReader(source);
        int code = source.getByte();
        if (code == STOPPED) {
            return new Answer.Stopped(new Verdict(source.getText(), source.getText()));
        }
        if (code != OUTCOMES) {
            throw new MalformedFrameException("has an answer " + code + ", which means nothing");
        }
        return switch (frame.kind()) {
            case CREATE_ASSETS -> new Answer.Assets(values.list(values::assetOutcome));
            case CREATE_ACCOUNTS -> new Answer.Accounts(values.list(values::accountOutcome));
            case COMMIT -> new Answer.Transfers(values.list(values::transferOutcome));
            case DEPLOYMENT -> throw new IllegalStateException("a deployment's frame holds no answer");
        };
    }

    /** What was committed, in order. */
    public List<Event> events() {
        ValueReader values = new ValueReader(events.again());
        return values.list(values::event);
    }

    /** What the components wrote, as the tables put it. */
    public ByteSource writes() {
        return writes.again();
    }
}
