package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.log.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * The body of a frame that holds a command, in its four sections. Each is decoded when it is asked for: recovery wants other
 * ones than a projection.
 */
public final class CommandBody {

    private static final int RESULTS = 0;
    private static final int STOPPED = 1;
    /** Status and time. */
    static final int RESULT_WORDS = 2;

    private static final AccountStatus[] ACCOUNT_STATUSES = AccountStatus.values();
    private static final TransferStatus[] TRANSFER_STATUSES = TransferStatus.values();

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
        section(target, () -> new EventWriter(Requested.of(command, answer), events, target).run());
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
                writeAccounts(accounts, target);
                values.list(metadata, values::metadata);
            }
            case Command.Commit(var transfers, var transactions, var metadata) -> {
                writeTransfers(transfers, target);
                values.list(transactions, values::transaction);
                values.list(metadata, values::metadata);
            }
            case Command.Expire(int limit) -> target.putInt(limit);
        }
    }

    private static void writeAccounts(AccountList accounts, ByteSink target) {
        target.putInt(accounts.size());
        Records records = new Records(AccountWords.COUNT);
        AccountWords words = new AccountWords();
        long[] account = new long[AccountWords.COUNT];
        for (int i = 0; i < accounts.size(); i++) {
            words.write(accounts, i, account);
            records.put(account, 0, target);
        }
    }

    private static void writeTransfers(TransferList transfers, ByteSink target) {
        target.putInt(transfers.size());
        Records records = new Records(TransferWords.COUNT);
        TransferWords words = new TransferWords();
        long[] transfer = new long[TransferWords.COUNT];
        for (int i = 0; i < transfers.size(); i++) {
            words.write(transfers, i, transfer);
            records.put(transfer, 0, target);
        }
    }

    private static void writeAnswer(Answer answer, ValueWriter values, ByteSink target) {
        target.putByte(answer instanceof Answer.Stopped ? STOPPED : RESULTS);
        switch (answer) {
            case Answer.Assets(var statuses) -> values.list(statuses, values::assetStatus);
            case Answer.Accounts(var results) ->
                writeResults(
                        results.size(),
                        i -> results.get(i).status(),
                        i -> results.get(i).timestamp(),
                        target);
            case Answer.Transfers(var results) -> {
                TransferResultList list = results.results();
                writeResults(list.size(), list::status, list::timestamp, target);
                values.list(results.vetoes(), values::veto);
            }
            case Answer.Expired(int count) -> target.putInt(count);
            case Answer.Stopped(Verdict(String instance, String reason)) -> {
                target.putText(instance);
                target.putText(reason);
            }
        }
    }

    private static void writeResults(int count, IntFunction<Enum<?>> status, IntToLongFunction time, ByteSink target) {
        target.putInt(count);
        Records records = new Records(RESULT_WORDS);
        long[] words = new long[RESULT_WORDS];
        for (int i = 0; i < count; i++) {
            words[0] = Codes.of(status.apply(i));
            words[1] = time.applyAsLong(i);
            records.put(words, 0, target);
        }
    }

    /** What was asked for. */
    public Command command() {
        ByteSource source = command.again();
        ValueReader values = new ValueReader(source);
        return switch (frame.kind()) {
            case CREATE_ASSETS -> new Command.CreateAssets(values.list(values::asset), values.list(values::metadata));
            case CREATE_ACCOUNTS -> new Command.CreateAccounts(readAccounts(source), values.list(values::metadata));
            case COMMIT ->
                new Command.Commit(
                        readTransfers(source), values.list(values::transaction), values.list(values::metadata));
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
            case CREATE_ACCOUNTS -> new Answer.Accounts(readAccountResults(source));
            case COMMIT ->
                new Answer.Transfers(new TransferResults(readTransferResults(source), values.list(values::veto)));
            case EXPIRE -> new Answer.Expired(source.getInt());
            case DEPLOYMENT -> throw new IllegalStateException("a deployment's frame holds no answer");
        };
    }

    private static AccountList readAccounts(ByteSource source) {
        int count = source.getCount(Records.leastBytes(AccountWords.COUNT));
        AccountList.Builder accounts = AccountList.builder(count);
        Records records = new Records(AccountWords.COUNT);
        AccountWords words = new AccountWords();
        for (int i = 0; i < count; i++) {
            words.read(records.get(source), accounts.add());
        }
        return accounts.build();
    }

    private static TransferList readTransfers(ByteSource source) {
        int count = source.getCount(Records.leastBytes(TransferWords.COUNT));
        TransferList.Builder transfers = TransferList.builder(count);
        Records records = new Records(TransferWords.COUNT);
        TransferWords words = new TransferWords();
        for (int i = 0; i < count; i++) {
            words.read(records.get(source), transfers.add());
        }
        return transfers.build();
    }

    private static List<AccountResult> readAccountResults(ByteSource source) {
        int count = source.getCount(Records.leastBytes(RESULT_WORDS));
        List<AccountResult> results = new ArrayList<>(count);
        Records records = new Records(RESULT_WORDS);
        for (int i = 0; i < count; i++) {
            long[] words = records.get(source);
            results.add(new AccountResult(Codes.value(ACCOUNT_STATUSES, words[0]), words[1]));
        }
        return results;
    }

    private static TransferResultList readTransferResults(ByteSource source) {
        int count = source.getCount(Records.leastBytes(RESULT_WORDS));
        TransferResultList.Builder results = TransferResultList.builder(count);
        Records records = new Records(RESULT_WORDS);
        for (int i = 0; i < count; i++) {
            long[] words = records.get(source);
            results.add().status(Codes.value(TRANSFER_STATUSES, words[0])).timestamp(words[1]);
        }
        return results.build();
    }

    /** What happened, in order. */
    public EventList events() {
        return events(command(), answer());
    }

    /** What happened, in order, to somebody who has read the command and the answer already. */
    public EventList events(Command asked, Answer given) {
        return new EventReader(Requested.of(asked, given), events.again()).run();
    }

    /** What the components wrote, as the tables put it. */
    public ByteSource writes() {
        return writes.again();
    }

    /** Whether the command names that id, as one of a transfer, an account or anything else. */
    public boolean asksFor(U128 id) {
        return switch (command()) {
            case Command.CreateAssets(var assets, var metadata) -> names(metadata, id);
            case Command.CreateAccounts(var accounts, var metadata) ->
                names(metadata, id)
                        || accounts.stream().anyMatch(account -> account.id().equals(id));
            case Command.Commit(var transfers, var transactions, var metadata) ->
                names(metadata, id)
                        || transfers.stream().anyMatch(transfer -> names(transfer, id))
                        || transactions.stream()
                                .anyMatch(transaction -> transaction.id().equals(id)
                                        || transaction.reverts().equals(id));
            case Command.Expire ignored -> false;
        };
    }

    /** Whether the events name that id. */
    public boolean committed(U128 id) {
        return events().stream().anyMatch(event -> names(event.transfer(), id));
    }

    private static boolean names(List<Metadata> metadata, U128 id) {
        return metadata.stream().anyMatch(text -> text.id().equals(id));
    }

    private static boolean names(Transfer transfer, U128 id) {
        return transfer.id().equals(id)
                || transfer.debitAccountId().equals(id)
                || transfer.creditAccountId().equals(id)
                || transfer.pendingId().equals(id);
    }
}
