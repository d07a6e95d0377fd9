package dev.wasmledger.ledger.internal.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final AccountOutcome CREATED = new AccountOutcome.Created();
    private static final TransferOutcome COMMITTED = new TransferOutcome.Committed();
    private static final U128 ZERO = new U128(0, 0);
    private static final U128 MAX = new U128(-1, -1);

    private final Books books = new Books();

    @BeforeEach
    void openBooks() throws ContradictionException {
        Command assets = new Command.CreateAssets(
                List.of(new Asset(-1, (byte) 2, "EUR"), new Asset(2, (byte) 0, "X")), List.of());
        books.take(
                assets,
                1,
                new Answer.Assets(List.of(new AssetOutcome.Created(), new AssetOutcome.Created())),
                List.of());
        books.keep();
        take(
                10,
                new Answer.Accounts(List.of(CREATED, CREATED, CREATED)),
                account(1, -1),
                account(2, -1),
                account(3, 2));
    }

    @Test
    void takesWhatFollows() throws ContradictionException {
        commit(20, event(100, 1, 2, 5, 20, after(1, 5, 0), after(2, 0, 5)));
        commit(30, event(101, 2, 1, 7, 30, after(2, 7, 5), after(1, 5, 7)));
        assertThat(books.accountCount()).isEqualTo(3);
        assertThat(books.lastTimestamp()).isEqualTo(30);
        books.checkBalance();
    }

    @Test
    void forgetsWhatWasDropped() throws ContradictionException {
        Event event = event(100, 1, 2, 5, 20, after(1, 5, 0), after(2, 0, 5));
        books.take(request(event), 20, answer(COMMITTED), List.of(event));
        books.drop();
        commit(20, event);
        books.checkBalance();
    }

    @Test
    void takesASumThatAddsUpOverAllBitsAndNoMore() throws ContradictionException {
        Account debit = withSums(account(1, -1), MAX, ZERO);
        Account credit = withSums(account(2, -1), ZERO, MAX);
        commit(20, new Event(transfer(100, 1, 2, MAX, 20), debit, credit));
        books.checkBalance();
        refuses(
                "transfer 101 overflows account 1",
                30,
                new Event(transfer(101, 1, 2, new U128(1, 0), 30), withSums(account(1, -1), ZERO, ZERO), credit));
    }

    @Test
    void refusesAnAccountThatDoesNotExist() {
        refuses(
                "transfer 100 is on account 9, which does not exist",
                20,
                event(100, 9, 2, 5, 20, after(9, 5, 0), after(2, 0, 5)));
    }

    @Test
    void refusesATransferBetweenAssets() {
        refuses(
                "transfer 100 is of another asset than account 3",
                20,
                event(100, 1, 3, 5, 20, after(1, 5, 0), withSums(account(3, 2), ZERO, new U128(5, 0))));
    }

    @Test
    void refusesATimestampThatIsNotAfterTheOneBefore() {
        refuses(
                "transfer 100 is stamped 19, which is not after what came before",
                20,
                event(100, 1, 2, 5, 19, after(1, 5, 0), after(2, 0, 5)));
    }

    @Test
    void refusesTimeThatStandsStill() {
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> books.take(request(), 12, answer(), List.of()))
                .withMessage("time has not gone on: it is 12 after 12");
    }

    @Test
    void refusesAnAccountBeyondItsLimit() throws ContradictionException {
        Account limited = new Account(
                new U128(4, 0), ZERO, ZERO, ZERO, -1, (short) 1, AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS, 0);
        take(20, new Answer.Accounts(List.of(CREATED)), limited);
        refuses(
                "transfer 100 breaks the limit of account 4",
                30,
                event(100, 4, 2, 5, 30, withSums(limited, new U128(5, 0), ZERO), after(2, 0, 5)));
    }

    @Test
    void refusesAnAccountThatIsCreatedTwiceOrOfNoAsset() {
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> take(20, new Answer.Accounts(List.of(CREATED)), account(1, -1)))
                .withMessage("account 1 was created a second time");
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> take(20, new Answer.Accounts(List.of(CREATED)), account(5, 7)))
                .withMessage("account 5 was created for an asset that does not exist");
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> take(20, new Answer.Accounts(List.of(new AccountOutcome.Exists())), account(5, -1)))
                .withMessage("account 5 is said to exist, and does not");
    }

    @Test
    void refusesAnAnswerToAnotherCommandAndEventsOfAStoppedOne() {
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> books.take(request(), 20, new Answer.Accounts(List.of()), List.of()))
                .withMessage("the answer is to another kind of command");
        Event event = event(100, 1, 2, 5, 20, after(1, 5, 0), after(2, 0, 5));
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(
                        () -> books.take(request(event), 20, new Answer.Stopped(new Verdict("x", "y")), List.of(event)))
                .withMessage("there are 1 events of a stopped command where 0 were expected");
    }

    @Test
    void takesTransfersThatAMiddlewareAddedAndRefusesOnesThatWereNotCommitted() throws ContradictionException {
        Event asked = event(100, 1, 2, 5, 20, after(1, 5, 0), after(2, 0, 5));
        Event fee = event(200, 1, 2, 1, 21, after(1, 6, 0), after(2, 0, 6));
        books.take(request(asked), 20, answer(COMMITTED), List.of(asked, fee));
        books.keep();
        assertThat(books.lastTimestamp()).isEqualTo(21);
        Event hidden = event(101, 1, 2, 1, 30, after(1, 7, 0), after(2, 0, 7));
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(
                        () -> books.take(request(hidden), 30, answer(new TransferOutcome.Exists()), List.of(hidden)))
                .withMessage("transfer 101 was committed, and its outcome or its place says that it was not");
    }

    private void refuses(String reason, long now, Event event) {
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> books.take(request(event), now, answer(COMMITTED), List.of(event)))
                .withMessage(reason);
    }

    private void commit(long now, Event event) throws ContradictionException {
        books.take(request(event), now, answer(COMMITTED), List.of(event));
        books.keep();
    }

    private void take(long now, Answer answer, Account... accounts) throws ContradictionException {
        books.take(new Command.CreateAccounts(List.of(accounts), List.of()), now, answer, List.of());
        books.keep();
    }

    private static Command request(Event... events) {
        List<Transfer> transfers = List.of(events).stream()
                .map(event -> {
                    Transfer t = event.transfer();
                    return new Transfer(
                            t.id(),
                            t.debitAccount(),
                            t.creditAccount(),
                            t.amount(),
                            t.userData(),
                            t.ledger(),
                            t.code(),
                            t.flags(),
                            0);
                })
                .toList();
        return new Command.Commit(transfers, List.of());
    }

    private static Answer answer(TransferOutcome... outcomes) {
        return new Answer.Transfers(List.of(outcomes));
    }

    private static Event event(long id, long debit, long credit, long amount, long time, Account after, Account other) {
        return new Event(transfer(id, debit, credit, new U128(amount, 0), time), after, other);
    }

    private static Transfer transfer(long id, long debit, long credit, U128 amount, long time) {
        return new Transfer(
                new U128(id, 0),
                new U128(debit, 0),
                new U128(credit, 0),
                amount,
                ZERO,
                -1,
                (short) 1,
                TransferFlags.NONE,
                time);
    }

    private static Account account(long id, int asset) {
        return new Account(new U128(id, 0), ZERO, ZERO, ZERO, asset, (short) -1, AccountFlags.NONE, 0);
    }

    private static Account after(long id, long debits, long credits) {
        return withSums(account(id, -1), new U128(debits, 0), new U128(credits, 0));
    }

    private static Account withSums(Account account, U128 debits, U128 credits) {
        return new Account(
                account.id(),
                debits,
                credits,
                account.userData(),
                account.ledger(),
                account.code(),
                account.flags(),
                account.timestamp() + 1);
    }
}
