package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Dice.ZERO;
import static dev.wasmledger.oracle.Dice.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResults;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A veto leaves no trace: no row of any instance's tables differs from what it was. */
class VetoesTest {

    private static final long SECOND = 1_000_000_000;
    private static final TransferFlags LINKED = TransferFlags.LINKED;
    private static final TransferFlags PENDING = TransferFlags.PENDING;

    private static ComposedLedger composed;

    private final ComposedLedger.Tables tables = composed.new Tables();
    private final Side side = new Side(tables::ledgers);
    private long now = 1_000 * SECOND;

    @BeforeAll
    static void compose() {
        composed = new ComposedLedger(Path.of("src/test/resources/policies/ledger.yaml"));
    }

    @BeforeEach
    void open() {
        open(side);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private void open(Side opened) {
        opened.carryOut(new Step(
                now,
                new Command.CreateAssets(
                        List.of(new Asset(1, (byte) 2, "USD"), new Asset(2, (byte) 0, "JPY")), List.of())));
        opened.carryOut(new Step(
                now + SECOND,
                new Command.CreateAccounts(
                        Stream.of(10, 12, 14, 20).map(VetoesTest::account).toList(), List.of())));
    }

    private static Account account(int id) {
        return new Account(
                number(id), ZERO, ZERO, ZERO, ZERO, ZERO, 0, 0, id % 4 == 0 ? 2 : 1, (short) 1, AccountFlags.NONE, 0);
    }

    @Test
    void insideALinkedChain() {
        assertThat(withoutTrace(
                        transfer(1, 10, 14, 5, LINKED, 0),
                        transfer(2, 10, 16, 5, LINKED, 0),
                        transfer(3, 10, 14, 5, TransferFlags.NONE, 0)))
                .containsExactly(
                        "LINKED_EVENT_FAILED",
                        "VETOED denied: the credit account is on the deny list",
                        "LINKED_EVENT_FAILED");
    }

    @Test
    void ofTheSecondGateInsideALinkedChain() {
        assertThat(withoutTrace(
                        transfer(1, 10, 14, 5, LINKED, 0),
                        transfer(2, 10, 14, 146, LINKED, 0),
                        transfer(3, 10, 14, 5, TransferFlags.NONE, 0)))
                .containsExactly(
                        "LINKED_EVENT_FAILED",
                        "VETOED limited: 5 spent of 150 in this hour; 146 more is over the limit",
                        "LINKED_EVENT_FAILED");
    }

    @Test
    void ofTheThirdGateOnAPost() {
        assertThat(said(ofAsset2(1, 10, PENDING, 0, 2))).containsExactly("CREATED");
        assertThat(withoutTrace(ofAsset2(2, 0, TransferFlags.POST_PENDING_TRANSFER, 1, 2)))
                .containsExactly("VETOED held: person 2 asked for it and cannot release it as well");
        assertThat(withoutTrace(ofAsset2(2, 0, TransferFlags.POST_PENDING_TRANSFER, 1, 7)))
                .containsExactly("VETOED held: person 7 is none of those who may release");
        assertThat(said(ofAsset2(2, 10, TransferFlags.POST_PENDING_TRANSFER, 1, 1)))
                .as("the id was not used up")
                .containsExactly("CREATED");
    }

    @Test
    void whatIsVetoedMakesNoDifferenceToWhatIsCommittedBesideIt() {
        try (ComposedLedger.Tables undisturbed = composed.new Tables()) {
            makesNoDifference(undisturbed);
        }
    }

    private void makesNoDifference(ComposedLedger.Tables undisturbed) {
        Side other = new Side(undisturbed::ledgers);
        long opened = now;
        open(other);
        assertThat(said(
                        transfer(1, 10, 14, 200, LINKED, 0),
                        transfer(2, 10, 14, 5, TransferFlags.NONE, 0),
                        transfer(3, 10, 14, 40, PENDING, 0),
                        transfer(4, 10, 16, 5, TransferFlags.NONE, 0)))
                .containsExactly(
                        "VETOED limited: 0 spent of 150 in this hour; 200 more is over the limit",
                        "LINKED_EVENT_FAILED",
                        "CREATED",
                        "VETOED denied: the credit account is on the deny list");
        now = opened;
        commit(other, transfer(3, 10, 14, 40, PENDING, 0));
        assertThat(tables.rows()).isEqualTo(undisturbed.rows()).containsKeys("engine", "limited");
    }

    @Test
    void whatIsThereExistsEvenWhereALimitIsUsedUpSince() {
        Transfer transfer = transfer(1, 10, 14, 100, TransferFlags.NONE, 0);
        assertThat(said(transfer)).containsExactly("CREATED");
        assertThat(said(transfer(2, 10, 14, 50, TransferFlags.NONE, 0))).containsExactly("CREATED");
        assertThat(withoutTrace(transfer)).containsExactly("EXISTS");
        assertThat(withoutTrace(transfer(3, 10, 14, 1, TransferFlags.NONE, 0)))
                .containsExactly("VETOED limited: 150 spent of 150 in this hour; 1 more is over the limit");
    }

    /** What became of each transfer, after which every table is what it was. */
    private List<String> withoutTrace(Transfer... transfers) {
        var before = tables.rows();
        List<String> said = said(transfers);
        assertThat(tables.rows()).isEqualTo(before);
        return said;
    }

    private List<String> said(Transfer... transfers) {
        return commit(side, transfers);
    }

    private List<String> commit(Side asked, Transfer... transfers) {
        now += 10 * SECOND;
        var command = new Command.Commit(List.of(transfers), List.of(), List.of());
        TransferResults results =
                (TransferResults) asked.carryOut(new Step(now, command)).said();
        return IntStream.range(0, transfers.length)
                .mapToObj(i -> results.results().get(i).status()
                        + results.vetoes().stream()
                                .filter(veto -> veto.index() == i)
                                .map(veto -> " " + veto.policy() + ": " + veto.reason())
                                .collect(Collectors.joining()))
                .toList();
    }

    private static Transfer transfer(long id, long debit, long credit, long amount, TransferFlags flags, long person) {
        return transfer(id, debit, credit, amount, flags, 0, 1, person);
    }

    private static Transfer ofAsset2(long id, long amount, TransferFlags flags, long pendingId, long person) {
        return pendingId == 0
                ? transfer(id, 12, 20, amount, flags, 0, 2, person)
                : transfer(id, 0, 0, amount, flags, pendingId, 0, person);
    }

    private static Transfer transfer(
            long id,
            long debit,
            long credit,
            long amount,
            TransferFlags flags,
            long pendingId,
            int ledger,
            long person) {
        return new Transfer(
                number(id),
                number(debit),
                number(credit),
                number(amount),
                number(pendingId),
                ZERO,
                person,
                0,
                0,
                ledger,
                (short) (pendingId == 0 ? 1 : 0),
                flags,
                0);
    }
}
