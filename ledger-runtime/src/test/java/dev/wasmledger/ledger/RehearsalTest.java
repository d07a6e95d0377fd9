package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.storage.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another deployment would have decided, and the entry that makes it the active one. */
class RehearsalTest {

    /** Refuses what moves more than three, and traps where a transfer moves nine. */
    private static final JavaGraphs STRICT =
            new JavaGraphs("strict", (state, scope) -> new JavaEngine(state, scope, scope) {
                @Override
                public TransferResults commit(
                        TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
                    List<Transfer> small = new ArrayList<>();
                    for (Transfer transfer : transfers) {
                        if (transfer.amount().low() == 9) {
                            throw new IllegalStateException("unreachable executed");
                        }
                        if (transfer.amount().low() <= 3) {
                            small.add(transfer);
                        }
                    }
                    var answers = super.commit(TransferList.copyOf(small), transactions, metadata)
                            .results()
                            .iterator();
                    List<TransferResult> results = transfers.stream()
                            .map(transfer -> transfer.amount().low() <= 3
                                    ? answers.next()
                                    : new TransferResult(TransferStatus.EXCEEDS_CREDITS, clock.now()))
                            .toList();
                    return new TransferResults(TransferResultList.copyOf(results), List.of());
                }
            });

    private final MemoryStorage storage = new MemoryStorage();
    private Head head = Head.ofEmptyLog();

    @BeforeEach
    void commitSomething() throws Exception {
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard())) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
            commit(ledger, transfer(10, 1, 2, 5), transfer(11, 1, 2, 2));
            commit(ledger, transfer(12, 1, 2, 2), transfer(13, 1, 9, 2));
            commit(ledger, transfer(14, 1, 2, 4));
            commit(ledger, transfer(15, 1, 2, 9));
            head = ledger.head();
        }
    }

    @Test
    void showsEveryOutcomeThatDiffersAndKeepsNoneOfThem() throws Exception {
        try (Redeployment redeployment = redeploy(STRICT)) {
            assertThat(redeployment.activeSince()).contains(1L);
            assertThat(redeployment.isActive()).isFalse();
            assertThat(redeployment.changes()).hasSize(1).first().isInstanceOf(DeploymentChange.Replaced.class);

            Redeployment.Rehearsed all = redeployment.rehearse(100);

            assertThat(all.commands()).isEqualTo(6);
            assertThat(all.differences())
                    .extracting(OutcomeDifference::sequence)
                    .containsExactly(4L, 6L, 7L);
            OutcomeDifference first = all.differences().getFirst();
            assertThat(first.subject()).startsWith("transfer ");
            assertThat(first.text()).containsExactly(new Entry("about", "10"));
            assertThat(first.was().outcome()).isEqualTo("created");
            assertThat(first.wouldBe()).isEqualTo(new Decision("exceeds-credits", "engine", ""));
            OutcomeDifference last = all.differences().getLast();
            assertThat(last.subject()).isEqualTo("the whole command");
            assertThat(last.was().outcome()).isEqualTo("carried-out");
            assertThat(last.wouldBe()).isEqualTo(new Decision("stopped", "engine", "unreachable executed"));

            assertThat(redeployment.rehearse(2).differences())
                    .extracting(OutcomeDifference::sequence)
                    .containsExactly(6L, 7L);
            assertThat(redeployment.rehearse(0).differences()).isEmpty();
        }
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard())) {
            assertThat(ledger.head()).as("nothing was confirmed").isEqualTo(head);
        }
    }

    @Test
    void findsNothingWhereTheSameIsDecided() throws Exception {
        JavaGraphs same = new JavaGraphs("same", (state, scope) -> new JavaEngine(state, scope, scope));
        try (Redeployment redeployment = redeploy(same)) {
            assertThat(redeployment.rehearse(100).differences()).isEmpty();
        }
    }

    @Test
    void isAnEntryInTheLogFromWhichTheOtherDecides() throws Exception {
        try (Redeployment redeployment = redeploy(STRICT)) {
            assertThat(redeployment.confirm().sequence()).isEqualTo(head.sequence() + 1);
        }
        try (Ledger ledger = Ledger.open(STRICT, storage, LogOptions.standard())) {
            assertThat(commit(ledger, transfer(20, 1, 2, 5))).containsExactly(TransferStatus.EXCEEDS_CREDITS);
            assertThat(commit(ledger, transfer(21, 1, 2, 1))).containsExactly(TransferStatus.CREATED);
        }
        try (Redeployment back = redeploy(JavaGraphs.honest())) {
            back.confirm();
        }
        try (Redeployment again = redeploy(JavaGraphs.honest())) {
            assertThat(again.isActive()).isTrue();
            assertThat(again.changes()).isEmpty();
            assertThat(again.confirm().sequence()).as("nothing to do").isEqualTo(head.sequence() + 4);
        }
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard())) {
            assertThat(commit(ledger, transfer(22, 1, 2, 5))).containsExactly(TransferStatus.CREATED);
        }
        assertThat(LedgerVerifier.verify(storage, (bytes, of) -> {}).problem()).isEmpty();
        LedgerAudit audit = LedgerAudit.run(
                storage,
                (path, component, deployment) ->
                        deployment.parts().getFirst().component().equals("strict") ? STRICT : JavaGraphs.honest(),
                (bytes, of) -> {});
        assertThat(audit.problem()).as("across deployments").isEmpty();
        assertThat(audit.executed()).isEqualTo(9);
    }

    @Test
    void isTheFirstEntryOfALedgerThatHasNone() throws Exception {
        MemoryStorage empty = new MemoryStorage();
        try (Redeployment first = Redeployment.of(STRICT, empty, LogOptions.standard(), () -> 1)) {
            assertThat(first.activeSince()).isEmpty();
            assertThat(first.changes()).hasSize(1).first().isInstanceOf(DeploymentChange.Added.class);
            assertThat(first.rehearse(100).commands()).isZero();
            assertThat(first.confirm().sequence()).isEqualTo(1);
        }
        try (Ledger ledger = Ledger.open(STRICT, empty, LogOptions.standard())) {
            assertThat(ledger.head().sequence()).isEqualTo(1);
        }
    }

    private Redeployment redeploy(JavaGraphs graphs) throws Exception {
        return Redeployment.of(graphs, storage, LogOptions.standard(), () -> 1);
    }

    private static List<TransferStatus> commit(Ledger ledger, Transfer... transfers) throws Exception {
        List<Metadata> metadata = new ArrayList<>();
        for (Transfer transfer : transfers) {
            metadata.add(new Metadata(
                    transfer.id(), List.of(new Entry("about", "" + transfer.id().low()))));
        }
        var result = ledger.commit(List.of(transfers), List.of(), metadata).get();
        return Samples.statuses(
                ((CommandResult.Carried<TransferResults>) result).answer().results());
    }
}
