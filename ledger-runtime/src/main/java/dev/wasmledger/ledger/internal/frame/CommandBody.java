package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.log.Frame;
import java.util.function.Consumer;

/**
 * The body of a frame that holds a command, in its four sections. Each is decoded when it is asked for: recovery wants other
 * ones than a projection.
 */
public final class CommandBody {

    private static final int RESULTS = 0;
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
            Command command, Answer answer, EventList events, Consumer<ByteSink> writes, ByteSink target) {
        section(target, () -> writeCommand(command, new ValueWriter(target), target));
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

    private static void writeCommand(Command command, ValueWriter values, ByteSink target) {
        switch (command) {
            case Command.CreateAssets(var assets, var metadata) -> {
                values.list(assets, values::asset);
                values.list(metadata, values::metadata);
            }
            case Command.CreateAccounts(var accounts, var metadata) -> {
                values.list(accounts, values::account);
                values.list(metadata, values::metadata);
            }
            case Command.Commit(var transfers, var transactions, var metadata) -> {
                values.list(transfers, values::transfer);
                values.list(transactions, values::transaction);
                values.list(metadata, values::metadata);
            }
            case Command.Expire(int limit) -> target.putInt(limit);
        }
    }

    private static void writeAnswer(Answer answer, ValueWriter values, ByteSink target) {
        target.putByte(answer instanceof Answer.Stopped ? STOPPED : RESULTS);
        switch (answer) {
            case Answer.Assets(var statuses) -> values.list(statuses, values::assetStatus);
            case Answer.Accounts(var results) -> values.list(results, values::accountResult);
            case Answer.Transfers(var results) -> {
                values.list(results.results(), values::transferResult);
                values.list(results.vetoes(), values::veto);
            }
            case Answer.Expired(int count) -> target.putInt(count);
            case Answer.Stopped(Verdict(String instance, String reason)) -> {
                target.putText(instance);
                target.putText(reason);
            }
        }
    }

    /** What was asked for. */
    public Command command() {
        ByteSource source = command.again();
        ValueReader values = new ValueReader(source);
        return switch (frame.kind()) {
            case CREATE_ASSETS -> new Command.CreateAssets(values.list(values::asset), values.list(values::metadata));
            case CREATE_ACCOUNTS ->
                new Command.CreateAccounts(
                        AccountList.copyOf(values.list(values::account)), values.list(values::metadata));
            case COMMIT ->
                new Command.Commit(
                        TransferList.copyOf(values.list(values::transfer)),
                        values.list(values::transaction),
                        values.list(values::metadata));
            case EXPIRE -> new Command.Expire(source.getInt());
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
        if (code != RESULTS) {
            throw new MalformedFrameException("has an answer " + code + ", which means nothing");
        }
        return switch (frame.kind()) {
            case CREATE_ASSETS -> new Answer.Assets(values.list(values::assetStatus));
            case CREATE_ACCOUNTS -> new Answer.Accounts(values.list(values::accountResult));
            case COMMIT ->
                new Answer.Transfers(new TransferResults(
                        TransferResultList.copyOf(values.list(values::transferResult)), values.list(values::veto)));
            case EXPIRE -> new Answer.Expired(source.getInt());
            case DEPLOYMENT -> throw new IllegalStateException("a deployment's frame holds no answer");
        };
    }

    /** What happened, in order. */
    public EventList events() {
        ValueReader values = new ValueReader(events.again());
        return EventList.copyOf(values.list(values::event));
    }

    /** What the components wrote, as the tables put it. */
    public ByteSource writes() {
        return writes.again();
    }

    /** Whether the command names that id, as one of a transfer, an account or anything else. */
    public boolean asksFor(U128 id) {
        return command.again().contains(id);
    }

    /** Whether the events name that id. */
    public boolean committed(U128 id) {
        return events.again().contains(id);
    }
}
