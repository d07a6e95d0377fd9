package dev.wasmledger.ledger.internal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodySizeTest {

    private static final int ITEMS = 50;
    /** Numbers that have nothing in common, and text of three bytes a character. */
    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ITEMS})
    void isNeverLessThanWhatIsPut(int items) {
        var assets = new Command.CreateAssets(many(items, this::asset), many(items, this::metadata));
        check(assets, new Answer.Assets(many(items, () -> AssetStatus.CREATED)), EventList.of());
        var accounts =
                new Command.CreateAccounts(AccountList.copyOf(many(items, this::account)), many(items, this::metadata));
        check(accounts, new Answer.Accounts(many(items, this::accountResult)), EventList.of());
        var commit = new Command.Commit(
                TransferList.copyOf(many(items, this::transfer)),
                many(items, this::transaction),
                many(items, this::metadata));
        var results = new TransferResults(
                TransferResultList.copyOf(many(items, this::transferResult)), many(items, this::veto));
        EventList events = EventList.copyOf(many(items, this::event));
        check(commit, new Answer.Transfers(results), events);
        check(commit, new Answer.Stopped(new Verdict(text(), text())), EventList.of());
        check(new Command.Expire(items), new Answer.Expired(items), events);
    }

    /** What fits can be put later: most commands have to, far from the most that a frame holds. */
    @Test
    void isNotMuchMoreThanWhatIsPut() {
        var commit = new Command.Commit(
                TransferList.copyOf(many(ITEMS, this::transfer)), List.of(), many(ITEMS, this::metadata));
        var results = new TransferResults(TransferResultList.copyOf(many(ITEMS, this::transferResult)), List.of());
        EventList events = EventList.copyOf(many(ITEMS, this::event));
        long put = check(commit, new Answer.Transfers(results), events);
        assertThat(BodySize.most(commit, new Answer.Transfers(results), events)).isLessThan(put * 5 / 4);
    }

    private static long check(Command command, Answer answer, EventList events) {
        ByteSink sink = new ByteSink();
        CommandBody.write(command, answer, events, writes -> {}, sink);
        assertThat(BodySize.most(command, answer, events))
                .as(command + " " + answer)
                .isGreaterThanOrEqualTo(sink.size());
        return sink.size();
    }

    private static <T> List<T> many(int count, Supplier<T> each) {
        return Stream.generate(each).limit(count).toList();
    }

    private String text() {
        return "€".repeat(random.nextInt(20));
    }

    private U128 number() {
        return new U128(random.nextLong(), random.nextLong());
    }

    private Asset asset() {
        return new Asset(random.nextInt(), (byte) random.nextInt(), text());
    }

    private Metadata metadata() {
        return new Metadata(number(), many(2, () -> new Entry(text(), text())));
    }

    private Transaction transaction() {
        return new Transaction(number(), random.nextInt(), number(), text(), many(2, () -> new Entry(text(), text())));
    }

    private Veto veto() {
        return new Veto(random.nextInt(), text(), text());
    }

    private AccountResult accountResult() {
        return new AccountResult(AccountStatus.CREATED, random.nextLong());
    }

    private TransferResult transferResult() {
        return new TransferResult(TransferStatus.CREATED, random.nextLong());
    }

    private Account account() {
        return new Account(
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                random.nextLong(),
                random.nextInt(),
                random.nextInt(),
                (short) random.nextInt(),
                AccountFlags.NONE,
                random.nextLong());
    }

    private Transfer transfer() {
        return new Transfer(
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                random.nextLong(),
                random.nextInt(),
                random.nextInt(),
                random.nextInt(),
                (short) random.nextInt(),
                TransferFlags.NONE,
                random.nextLong());
    }

    private Event event() {
        return new Event(EventKind.SINGLE_PHASE, random.nextLong(), transfer(), account(), account());
    }
}
