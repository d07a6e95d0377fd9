package dev.wasmledger.ledger.internal.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.Samples;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final U128 ZERO = new U128(0, 0);
    private static final U128 MAX = new U128(-1, -1);

    private final TableStore tables = new TableStore();
    private final Books books = new Books(tables);

    @BeforeEach
    void openBooks() throws ContradictionException {
        Command assets = new Command.CreateAssets(
                List.of(new Asset(-1, (byte) 2, "EUR"), new Asset(2, (byte) 0, "X")), List.of());
        books.fold(assets, 1, new Answer.Assets(List.of(AssetStatus.CREATED, AssetStatus.CREATED)), EventList.of());
        keep();
        take(10, created(10, 11, 12), account(1, -1), account(2, -1), account(3, 2));
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
        books.fold(request(event), 20, answer(20), EventList.of(event));
        books.drop();
        tables.drop();
        commit(20, event);
        books.checkBalance();
    }

    @Test
    void takesASumThatAddsUpOverAllBitsAndNoMore() throws ContradictionException {
        Account debit = withSums(account(1, -1), MAX, ZERO);
        Account credit = withSums(account(2, -1), ZERO, MAX);
        commit(20, single(transfer(100, 1, 2, MAX, 20), debit, credit));
        books.checkBalance();
        refuses(
                "transfer 101 overflows account 1",
                30,
                single(transfer(101, 1, 2, new U128(1, 0), 30), withSums(account(1, -1), ZERO, ZERO), credit));
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
                .isThrownBy(() -> books.fold(request(), 12, noAnswer(), EventList.of()))
                .withMessage("time has not gone on: it is 12 after 12");
    }

    @Test
    void refusesAnAccountBeyondItsLimit() throws ContradictionException {
        Account limited = account(4, -1, AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS);
        take(20, created(20), limited);
        refuses(
                "transfer 100 breaks the limit of account 4",
                30,
                event(100, 4, 2, 5, 30, withSums(limited, new U128(5, 0), ZERO), after(2, 0, 5)));
    }

    @Test
    void refusesAnAccountThatIsCreatedTwiceOrOfNoAsset() {
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> take(20, created(20), account(1, -1)))
                .withMessage("account 1 was created a second time");
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> take(20, created(20), account(5, 7)))
                .withMessage("account 5 was created for an asset that does not exist");
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> take(
                        20, new Answer.Accounts(List.of(new AccountResult(AccountStatus.EXISTS, 20))), account(5, -1)))
                .withMessage("account 5 is said to exist, and does not");
    }

    @Test
    void refusesAnAnswerToAnotherCommandAndEventsOfAStoppedOne() {
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> books.fold(request(), 20, new Answer.Accounts(List.of()), EventList.of()))
                .withMessage("the answer is to another kind of command");
        Event event = event(100, 1, 2, 5, 20, after(1, 5, 0), after(2, 0, 5));
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() ->
                        books.fold(request(event), 20, new Answer.Stopped(new Verdict("x", "y")), EventList.of(event)))
                .withMessage("there are 1 events of a stopped command where 0 were expected");
    }

    @Test
    void takesTransfersThatAMiddlewareAddedAndRefusesOnesThatWereNotCommitted() throws ContradictionException {
        Event asked = event(100, 1, 2, 5, 20, after(1, 5, 0), after(2, 0, 5));
        Event fee = event(200, 1, 2, 1, 21, after(1, 6, 0), after(2, 0, 6));
        books.fold(request(asked), 20, answer(20), EventList.of(asked, fee));
        keep();
        assertThat(books.lastTimestamp()).isEqualTo(21);
        Event hidden = event(101, 1, 2, 1, 30, after(1, 7, 0), after(2, 0, 7));
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(
                        () -> books.fold(request(hidden), 30, answer(TransferStatus.EXISTS, 30), EventList.of(hidden)))
                .withMessage("transfer 101 was committed, and its outcome or its place says that it was not");
    }

    @Test
    void takesWhatIsReservedUntilItIsPosted() throws ContradictionException {
        commit(20, pending(100, 7, 20, 10));
        assertThat(books.nextExpiry()).hasValue(20 + 10_000_000_000L);
        commit(30, post(101, 5, 30));
        assertThat(books.nextExpiry()).isEmpty();
        books.checkBalance();
        refuses("transfer 102 settles transfer 100, which is not pending", 40, post(102, 5, 40));
    }

    @Test
    void refusesAnIdThatIsTaken() throws ContradictionException {
        commit(20, event(100, 1, 2, 5, 20, after(1, 5, 0), after(2, 0, 5)));
        refuses(
                "transfer 100 was committed, and its id was taken",
                30,
                event(100, 1, 2, 5, 30, after(1, 10, 0), after(2, 0, 10)));
    }

    @Test
    void refusesAnExpiryBeforeItsTimeAndOneThatIsLeftOut() throws ContradictionException {
        commit(20, pending(100, 7, 20, 10));
        Event expiry = new Event(
                EventKind.TWO_PHASE_EXPIRED, 1_000, pending(100, 7, 20, 10).transfer(), after(1, 0, 0), after(2, 0, 0));
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> books.fold(new Command.Expire(1), 1_000, new Answer.Expired(1), EventList.of(expiry)))
                .withMessage("there are 1 transfers that have expired where 0 were expected");
        long late = 20 + 10_000_000_000L;
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> books.fold(new Command.Expire(1), late, new Answer.Expired(0), EventList.of()))
                .withMessage("there are 0 transfers that have expired where 1 were expected");
        books.fold(new Command.Expire(1), late, new Answer.Expired(1), EventList.of(stamped(expiry, late)));
        keep();
        books.checkBalance();
    }

    @Test
    void refusesAPostOfMoreThanIsReserved() throws ContradictionException {
        commit(20, pending(100, 7, 20, 0));
        refuses("transfer 101 moves more than transfer 100 has reserved", 30, post(101, 8, 30));
    }

    /** Posts so much of what transfer 100 reserves. */
    private static Event post(long id, long amount, long time) {
        return new Event(
                EventKind.TWO_PHASE_POSTED,
                time,
                transfer(id, 1, 2, new U128(amount, 0), TransferFlags.POST_PENDING_TRANSFER, 100, 0, time),
                after(1, amount, 0),
                after(2, 0, amount));
    }

    private static Event pending(long id, long amount, long time, int timeout) {
        U128 reserved = new U128(amount, 0);
        return new Event(
                EventKind.TWO_PHASE_PENDING,
                time,
                transfer(id, 1, 2, reserved, TransferFlags.PENDING, 0, timeout, time),
                withSums(account(1, -1), reserved, ZERO, ZERO, ZERO),
                withSums(account(2, -1), ZERO, ZERO, reserved, ZERO));
    }

    private static Event stamped(Event event, long time) {
        boolean expired = event.kind() == EventKind.TWO_PHASE_EXPIRED;
        return new Event(
                event.kind(),
                time,
                expired ? event.transfer() : Samples.stamped(event.transfer(), time),
                event.debitAccount(),
                event.creditAccount());
    }

    private void refuses(String reason, long now, Event event) {
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> books.fold(request(event), now, answer(event.timestamp()), EventList.of(event)))
                .withMessage(reason);
    }

    private void commit(long now, Event event) throws ContradictionException {
        books.fold(request(event), now, answer(now), EventList.of(event));
        keep();
    }

    private void take(long now, Answer answer, Account... accounts) throws ContradictionException {
        books.fold(new Command.CreateAccounts(AccountList.of(accounts), List.of()), now, answer, EventList.of());
        keep();
    }

    private void keep() {
        books.keep();
        tables.keep();
    }

    private static Command request(Event... events) {
        List<Transfer> transfers = Stream.of(events)
                .map(event -> Samples.stamped(event.transfer(), 0))
                .toList();
        return new Command.Commit(TransferList.copyOf(transfers), List.of(), List.of());
    }

    private static Answer noAnswer() {
        return new Answer.Transfers(new TransferResults(TransferResultList.of(), List.of()));
    }

    private static Answer answer(long time) {
        return answer(TransferStatus.CREATED, time);
    }

    private static Answer answer(TransferStatus status, long time) {
        return new Answer.Transfers(
                new TransferResults(TransferResultList.of(new TransferResult(status, time)), List.of()));
    }

    private static Answer created(long... times) {
        return new Answer.Accounts(LongStream.of(times)
                .mapToObj(time -> new AccountResult(AccountStatus.CREATED, time))
                .toList());
    }

    private static Event event(long id, long debit, long credit, long amount, long time, Account after, Account other) {
        return single(transfer(id, debit, credit, new U128(amount, 0), time), after, other);
    }

    private static Event single(Transfer transfer, Account debit, Account credit) {
        return new Event(EventKind.SINGLE_PHASE, transfer.timestamp(), transfer, debit, credit);
    }

    private static Transfer transfer(long id, long debit, long credit, U128 amount, long time) {
        return transfer(id, debit, credit, amount, TransferFlags.NONE, 0, 0, time);
    }

    private static Transfer transfer(
            long id, long debit, long credit, U128 amount, TransferFlags flags, long pending, int timeout, long time) {
        return new Transfer(
                new U128(id, 0),
                new U128(debit, 0),
                new U128(credit, 0),
                amount,
                new U128(pending, 0),
                ZERO,
                0,
                0,
                timeout,
                -1,
                (short) 1,
                flags,
                time);
    }

    private static Account account(long id, int asset) {
        return account(id, asset, AccountFlags.NONE);
    }

    /** Accounts 1 to 3 were created at 10 to 12, account 4 at 20. */
    private static Account account(long id, int asset, AccountFlags flags) {
        return new Account(new U128(id, 0), ZERO, ZERO, ZERO, ZERO, ZERO, 0, 0, asset, (short) -1, flags, 0);
    }

    private static Account after(long id, long debits, long credits) {
        return withSums(account(id, -1), new U128(debits, 0), new U128(credits, 0));
    }

    private static Account withSums(Account account, U128 debits, U128 credits) {
        return withSums(account, ZERO, debits, ZERO, credits);
    }

    private static Account withSums(
            Account account, U128 debitsPending, U128 debits, U128 creditsPending, U128 credits) {
        return new Account(
                account.id(),
                debitsPending,
                debits,
                creditsPending,
                credits,
                account.userData128(),
                account.userData64(),
                account.userData32(),
                account.ledger(),
                account.code(),
                account.flags(),
                account.id().low() == 4 ? 20 : 9 + account.id().low());
    }
}
