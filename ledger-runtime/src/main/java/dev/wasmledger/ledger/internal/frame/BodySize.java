package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import java.util.List;
import java.util.function.ToLongFunction;

/** How many bytes what a {@link CommandBody} puts can take at most: whether it fits into a frame is known before it is put. */
public final class BodySize {

    private static final int NUMBER = 2 * Long.BYTES;
    /** A character of UTF-16 is at most three bytes of UTF-8. */
    private static final int CHARACTER = 3;

    private static final int ACCOUNT = record(AccountWords.COUNT);
    private static final int TRANSFER = record(TransferWords.COUNT);
    private static final int RESULT = record(CommandBody.RESULT_WORDS);
    private static final int EVENT =
            ByteSink.MOST_VARINT_BYTES + record(EventWriter.WORDS) + 2 * record(AccountWords.FIELDS);
    /** Four sections with their lengths, the command's number of items, and an answer's code. */
    private static final int FRAMING = 6 * Integer.BYTES + Byte.BYTES;

    private BodySize() {}

    /** All of a body but what the tables put. */
    public static long most(Command command, Answer answer, EventList events) {
        return FRAMING + command(command) + answer(answer) + Integer.BYTES + (long) EVENT * events.size();
    }

    private static long command(Command command) {
        return switch (command) {
            case Command.CreateAssets(var assets, var metadata) ->
                list(assets, asset -> Integer.BYTES + Byte.BYTES + text(asset.code())) + metadata(metadata);
            case Command.CreateAccounts(var accounts, var metadata) ->
                (long) ACCOUNT * accounts.size() + metadata(metadata);
            case Command.Commit(var transfers, var transactions, var metadata) ->
                (long) TRANSFER * transfers.size()
                        + list(
                                transactions,
                                transaction -> 2 * NUMBER
                                        + Integer.BYTES
                                        + text(transaction.reference())
                                        + entries(transaction.entries()))
                        + metadata(metadata);
            case Command.Expire ignored -> 0;
        };
    }

    private static long answer(Answer answer) {
        return switch (answer) {
            case Answer.Assets(var statuses) -> list(statuses, status -> Byte.BYTES);
            case Answer.Accounts(var results) -> list(results, result -> RESULT);
            case Answer.Transfers(var results) ->
                (long) RESULT * results.results().size()
                        + Integer.BYTES
                        + list(results.vetoes(), veto -> Integer.BYTES + text(veto.policy()) + text(veto.reason()));
            case Answer.Expired ignored -> Integer.BYTES;
            case Answer.Stopped(Verdict(String instance, String reason)) -> text(instance) + text(reason);
        };
    }

    private static long metadata(List<Metadata> metadata) {
        return list(metadata, about -> NUMBER + entries(about.entries()));
    }

    private static long entries(List<Entry> entries) {
        return list(entries, entry -> text(entry.key()) + text(entry.value()));
    }

    private static <T> long list(List<T> values, ToLongFunction<T> each) {
        return Integer.BYTES + values.stream().mapToLong(each).sum();
    }

    private static long text(String text) {
        return Integer.BYTES + (long) CHARACTER * text.length();
    }

    private static int record(int words) {
        return Records.leastBytes(words) + words * Long.BYTES;
    }
}
