package dev.wasmledger.ledger.internal.books;

import static dev.wasmledger.ledger.Samples.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

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
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An engine's rows against its events. The books before: accounts 1, 2 and 3; transfer 50 was committed, 60 is pending, the id
 * 70 is used up. The command at hand: 100 moves 5 from 1 to 2, 101 reserves 7, 102 is refused and used up, 103 posts 6 of what
 * 60 reserves, 104 reserves 1, and 105 gives that back.
 */
class RowCheckTest {

    private static final int PENDING = TransferFlags.PENDING.bits();
    private static final int POST = TransferFlags.POST_PENDING_TRANSFER.bits();
    private static final int VOID = TransferFlags.VOID_PENDING_TRANSFER.bits();
    private static final int OPEN = 1;
    private static final int POSTED = 2;
    private static final int VOIDED = 3;
    private static final int EXPIRED = 4;
    private static final long SECOND = 1_000_000_000;

    private final TableStore tables = new TableStore();
    private final Books books = new Books(tables);
    private final HashedTable accounts = (HashedTable) tables.open("engine", "accounts", TableKind.HASHED16);
    private final HashedTable transfers = (HashedTable) tables.open("engine", "transfers", TableKind.HASHED16);

    @BeforeEach
    void openBooks() throws ContradictionException {
        check(
                new Command.CreateAssets(List.of(new Asset(1, (byte) 2, "EUR")), List.of()),
                1,
                new Answer.Assets(List.of(AssetStatus.CREATED)));
        keep();
        writeAccount(1, 0, 0, 0, 0);
        writeAccount(2, 0, 0, 0, 0);
        writeAccount(3, 0, 0, 0, 0);
        check(creation(1, 2, 3), 11, created(11, 12, 13));
        keep();
        writeAccount(1, 9, 4, 0, 0);
        writeAccount(2, 0, 0, 9, 4);
        writeTransfer(50, 4, 0, 0, 0, 0, 20);
        writeTransfer(60, 9, 0, PENDING, 0, OPEN, 21);
        transfers.put(70, 0, new long[16]);
        Event plain = event(
                EventKind.SINGLE_PHASE, transfer(50, 4, 0, 0, 0, 20), account(1, 0, 4, 0, 0), account(2, 0, 0, 0, 4));
        Event pending = event(
                EventKind.TWO_PHASE_PENDING,
                transfer(60, 9, 0, PENDING, 0, 21),
                account(1, 9, 4, 0, 0),
                account(2, 0, 0, 9, 4));
        Command command = new Command.Commit(
                TransferList.of(asked(plain), asked(pending), transfer(70, 1, 0, 0, 0, 0)), List.of(), List.of());
        check(
                command,
                20,
                outcomes(20, TransferStatus.CREATED, TransferStatus.CREATED, TransferStatus.EXCEEDS_CREDITS),
                plain,
                pending);
        keep();
    }

    /** As an honest engine writes. */
    private void writeHonestly() {
        writeAccount(1, 7, 15, 0, 0);
        writeAccount(2, 0, 0, 7, 15);
        writeTransfer(100, 5, 0, 0, 0, 0, 30);
        writeTransfer(101, 7, 0, PENDING, 0, OPEN, 31);
        transfers.put(102, 0, new long[16]);
        writeTransfer(103, 6, 60, POST, 0, 0, 33);
        writeTransfer(60, 9, 0, PENDING, 0, POSTED, 21);
        writeTransfer(104, 1, 0, PENDING, 0, VOIDED, 34);
        writeTransfer(105, 1, 104, VOID, 0, 0, 35);
    }

    private void checkCommand() throws ContradictionException {
        List<Event> events = List.of(
                event(
                        EventKind.SINGLE_PHASE,
                        transfer(100, 5, 0, 0, 0, 30),
                        account(1, 9, 9, 0, 0),
                        account(2, 0, 0, 9, 9)),
                event(
                        EventKind.TWO_PHASE_PENDING,
                        transfer(101, 7, 0, PENDING, 0, 31),
                        account(1, 16, 9, 0, 0),
                        account(2, 0, 0, 16, 9)),
                event(
                        EventKind.TWO_PHASE_POSTED,
                        transfer(103, 6, 60, POST, 0, 33),
                        account(1, 7, 15, 0, 0),
                        account(2, 0, 0, 7, 15)),
                event(
                        EventKind.TWO_PHASE_PENDING,
                        transfer(104, 1, 0, PENDING, 0, 34),
                        account(1, 8, 15, 0, 0),
                        account(2, 0, 0, 8, 15)),
                event(
                        EventKind.TWO_PHASE_VOIDED,
                        transfer(105, 1, 104, VOID, 0, 35),
                        account(1, 7, 15, 0, 0),
                        account(2, 0, 0, 7, 15)));
        TransferList requests = TransferList.of(
                asked(events.get(0)),
                asked(events.get(1)),
                transfer(102, 1, 0, 0, 0, 0),
                asked(events.get(2)),
                asked(events.get(3)),
                asked(events.get(4)));
        Answer answer = outcomes(
                30,
                TransferStatus.CREATED,
                TransferStatus.CREATED,
                TransferStatus.EXCEEDS_CREDITS,
                TransferStatus.CREATED,
                TransferStatus.CREATED,
                TransferStatus.CREATED);
        books.check(
                new Command.Commit(requests, List.of(), List.of()),
                30,
                answer,
                EventList.copyOf(events),
                (low, high) -> low == 888);
    }

    @Test
    void takesWhatAnHonestEngineWrites() throws ContradictionException {
        writeHonestly();
        checkCommand();
        keep();
        assertThat(books.accountCount()).isEqualTo(3);
        books.checkBalance();
    }

    @Test
    void takesAnIdThatWasMadeUpForAComponentAndThenUsedUp() {
        writeHonestly();
        transfers.put(888, 0, new long[16]);
        assertThatNoException().isThrownBy(this::checkCommand);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("the row of account 1 is not what the books make of it", test -> test.writeAccount(1, 7, 14, 0, 0)),
                lie("the row of account 2 is not what the books make of it", test -> test.writeAccount(2, 0, 0, 8, 15)),
                lie(
                        "the row of account 1 is not what the books make of it",
                        test -> test.change(test.accounts, 1, 15, 1)),
                lie(
                        "the row of account 2 is not what the books make of it",
                        test -> test.change(test.accounts, 2, 13, 1)),
                lie("the row of account 2 was removed", test -> test.accounts.remove(2, 0)),
                lie(
                        "the row of account 3 was written, and nothing has happened to it",
                        test -> test.writeAccount(3, 0, 0, 0, 0)),
                lie(
                        "the row of account 4 was written, and nothing has happened to it",
                        test -> test.writeAccount(4, 0, 0, 0, 0)),
                lie(
                        "transfer 100 was committed, and the engine's table 'transfers' has no row of it",
                        test -> test.transfers.remove(100, 0)),
                lie(
                        "transfer 100 was written otherwise than its event says",
                        test -> test.writeTransfer(100, 6, 0, 0, 0, 0, 30)),
                lie(
                        "transfer 100 was written otherwise than its event says",
                        test -> test.change(test.transfers, 100, 15, 1)),
                lie(
                        "transfer 101 was written otherwise than its event says",
                        test -> test.writeTransfer(101, 7, 0, PENDING, 1, OPEN, 31)),
                lie(
                        "the row of transfer 100 is not what the books make of it",
                        test -> test.writeTransfer(100, 5, 0, 0, 0, OPEN, 30)),
                lie(
                        "the row of transfer 101 is not what the books make of it",
                        test -> test.writeTransfer(101, 7, 0, PENDING, 0, 0, 31)),
                lie(
                        "the row of transfer 104 is not what the books make of it",
                        test -> test.writeTransfer(104, 1, 0, PENDING, 0, OPEN, 34)),
                lie(
                        "the row of transfer 60 is not what the books make of it",
                        test -> test.writeTransfer(60, 9, 0, PENDING, 0, VOIDED, 21)),
                lie(
                        "the row of transfer 60 is not what the books make of it",
                        test -> test.writeTransfer(60, 8, 0, PENDING, 0, POSTED, 21)),
                lie("the row of transfer 60 was removed", test -> test.transfers.remove(60, 0)),
                lie(
                        "the row of transfer 50 was written, and nothing has happened to it",
                        test -> test.writeTransfer(50, 4, 0, 0, 0, 0, 20)),
                lie(
                        "the row of transfer 70 was written, and nothing has happened to it",
                        test -> test.transfers.put(70, 0, new long[16])),
                lie("the row of transfer 70 was removed", test -> test.transfers.remove(70, 0)),
                lie(
                        "transfer 102 has a row, and no event says that it was committed",
                        test -> test.writeTransfer(102, 1, 0, 0, 0, 0, 32)),
                lie(
                        "the id 999 was used up, and nobody has asked for it",
                        test -> test.transfers.put(999, 0, new long[16])));
    }

    private static Arguments lie(String reason, Consumer<RowCheckTest> lie) {
        return Arguments.of(reason, lie);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void refusesRowsThatLie(String reason, Consumer<RowCheckTest> lie) {
        writeHonestly();
        lie.accept(this);
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(this::checkCommand)
                .withMessage(reason);
    }

    @Test
    void refusesAnAccountWhoseRowIsLeftAsItWas() {
        writeHonestly();
        tables.drop();
        writeHonestly();
        accounts.put(1, 0, accountRow(account(1, 9, 4, 0, 0)));
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(this::checkCommand)
                .withMessage("the row of account 1 is not what the books make of it");
    }

    @Test
    void refusesAnIdThatIsTaken() {
        writeTransfer(50, 5, 0, 0, 0, 0, 30);
        writeAccount(1, 9, 9, 0, 0);
        writeAccount(2, 0, 0, 9, 9);
        Event again = event(
                EventKind.SINGLE_PHASE, transfer(50, 5, 0, 0, 0, 30), account(1, 9, 9, 0, 0), account(2, 0, 0, 9, 9));
        Command command = new Command.Commit(TransferList.of(asked(again)), List.of(), List.of());
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> check(command, 30, outcomes(30, TransferStatus.CREATED), again))
                .withMessage("transfer 50 was committed, and its id was taken");
    }

    @Test
    void holdsARowThatAnEventLeavesAsItWasWrittenOrNot() throws ContradictionException {
        for (long id : new long[] {200, 201}) {
            long time = id;
            if (id == 201) {
                writeAccount(1, 9, 4, 0, 0);
                writeAccount(2, 0, 0, 9, 4);
            }
            writeTransfer(id, 0, 0, 0, 0, 0, time);
            Event nothing = event(
                    EventKind.SINGLE_PHASE,
                    transfer(id, 0, 0, 0, 0, time),
                    account(1, 9, 4, 0, 0),
                    account(2, 0, 0, 9, 4));
            Command command = new Command.Commit(TransferList.of(asked(nothing)), List.of(), List.of());
            check(command, time, outcomes(time, TransferStatus.CREATED), nothing);
            keep();
        }
    }

    @Test
    void holdsNewAccountsAgainstWhatWasAskedFor() throws ContradictionException {
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> check(creation(4), 40, created(40)))
                .withMessage("account 4 was created, and the engine's table 'accounts' has no row of it");
        books.drop();
        accounts.put(4, 0, accountRow(account(4, 0, 0, 0, 1)));
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> check(creation(4), 14, created(14)))
                .withMessage("time has not gone on: it is 14 after 22");
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> check(creation(4), 40, created(40)))
                .withMessage("the row of account 4 is not what the books make of it");
        tables.drop();
        long[] row = accountRow(account(4, 0, 0, 0, 0));
        row[13] = 40;
        accounts.put(4, 0, row);
        check(creation(4), 40, created(40));
    }

    @Test
    void holdsWhatExpiresAgainstItsPhase() throws ContradictionException {
        writeTransfer(300, 2, 0, PENDING, 5, OPEN, 40);
        writeAccount(1, 11, 4, 0, 0);
        writeAccount(2, 0, 0, 11, 4);
        Event pending = event(
                EventKind.TWO_PHASE_PENDING,
                transfer(300, 2, 0, PENDING, 5, 40),
                account(1, 11, 4, 0, 0),
                account(2, 0, 0, 11, 4));
        Command command = new Command.Commit(TransferList.of(asked(pending)), List.of(), List.of());
        check(command, 40, outcomes(40, TransferStatus.CREATED), pending);
        keep();
        long due = 40 + 5 * SECOND;
        Event expiry = new Event(
                EventKind.TWO_PHASE_EXPIRED,
                due,
                transfer(300, 2, 0, PENDING, 5, 40),
                account(1, 9, 4, 0, 0),
                account(2, 0, 0, 9, 4));
        for (int phase : new int[] {VOIDED, EXPIRED}) {
            writeTransfer(300, 2, 0, PENDING, 5, phase, 40);
            writeAccount(1, 9, 4, 0, 0);
            writeAccount(2, 0, 0, 9, 4);
            if (phase == EXPIRED) {
                check(new Command.Expire(1), due, new Answer.Expired(1), expiry);
            } else {
                assertThatExceptionOfType(ContradictionException.class)
                        .isThrownBy(() -> check(new Command.Expire(1), due, new Answer.Expired(1), expiry))
                        .withMessage("the row of transfer 300 is not what the books make of it");
                books.drop();
                tables.drop();
            }
        }
    }

    private void check(Command command, long now, Answer answer, Event... events) throws ContradictionException {
        books.check(command, now, answer, EventList.of(events), (low, high) -> false);
    }

    private void keep() {
        books.keep();
        tables.keep();
    }

    private void change(HashedTable table, long id, int field, long value) {
        long[] row = new long[16];
        assertThat(table.get(id, 0, row)).isTrue();
        row[field] = value;
        table.put(id, 0, row);
    }

    private void writeAccount(long id, long debitsPending, long debits, long creditsPending, long credits) {
        accounts.put(id, 0, accountRow(account(id, debitsPending, debits, creditsPending, credits)));
    }

    /** As the contract has it. */
    private static long[] accountRow(Account account) {
        return new long[] {
            account.debitsPending().low(),
            0,
            account.debitsPosted().low(),
            0,
            account.creditsPending().low(),
            0,
            account.creditsPosted().low(),
            0,
            account.userData128().low(),
            account.userData128().high(),
            account.userData64(),
            account.userData32() | (long) account.ledger() << 32,
            account.code() | (long) account.flags().bits() << 16,
            account.timestamp(),
            0,
            0
        };
    }

    private void writeTransfer(long id, long amount, long pendingId, int flags, int timeout, int phase, long time) {
        Transfer transfer = transfer(id, amount, pendingId, flags, timeout, time);
        transfers.put(id, 0, new long[] {
            1,
            0,
            2,
            0,
            amount,
            0,
            pendingId,
            0,
            transfer.userData128().low(),
            transfer.userData128().high(),
            transfer.userData64(),
            transfer.userData32() | (long) timeout << 32,
            1 | 8L << 32 | (long) flags << 48,
            time,
            phase,
            0
        });
    }

    private static Account account(long id, long debitsPending, long debits, long creditsPending, long credits) {
        return new Account(
                new U128(id, 0),
                amount(debitsPending),
                amount(debits),
                amount(creditsPending),
                amount(credits),
                new U128(1, 2),
                3,
                4,
                1,
                (short) 6,
                AccountFlags.HISTORY,
                10 + id);
    }

    private static Command creation(long... ids) {
        List<Account> requests = Stream.of(ids)
                .flatMap(all -> Arrays.stream(all).mapToObj(id -> account(id, 0, 0, 0, 0)))
                .toList();
        return new Command.CreateAccounts(AccountList.copyOf(requests), List.of());
    }

    private static Answer created(long... times) {
        return new Answer.Accounts(Arrays.stream(times)
                .mapToObj(time -> new AccountResult(AccountStatus.CREATED, time))
                .toList());
    }

    private static Transfer transfer(long id, long amount, long pendingId, int flags, int timeout, long time) {
        return new Transfer(
                new U128(id, 0),
                new U128(1, 0),
                new U128(2, 0),
                amount(amount),
                new U128(pendingId, 0),
                new U128(3, 4),
                5,
                6,
                timeout,
                1,
                (short) 8,
                new TransferFlags(flags),
                time);
    }

    private static Event event(EventKind kind, Transfer transfer, Account debit, Account credit) {
        return new Event(kind, transfer.timestamp(), transfer, debit, credit);
    }

    private static Transfer asked(Event event) {
        Transfer transfer = event.transfer();
        return transfer(
                transfer.id().low(),
                transfer.amount().low(),
                transfer.pendingId().low(),
                transfer.flags().bits(),
                transfer.timeout(),
                0);
    }

    private static Answer outcomes(long now, TransferStatus... statuses) {
        List<TransferResult> results = new ArrayList<>();
        for (TransferStatus status : statuses) {
            results.add(new TransferResult(status, now + results.size()));
        }
        return new Answer.Transfers(new TransferResults(TransferResultList.copyOf(results), List.of()));
    }
}
